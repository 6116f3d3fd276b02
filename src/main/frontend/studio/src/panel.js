// What can be said about the selected element, picked from what the house offers.
import { is } from 'bpmn-js/lib/util/ModelUtil';

const DUE = /^\$\{workCalendar\.dueIn\('P(\d+)WD'\)\}$/;

const CONDITION = /^\$\{\s*(\w+)\s*(==|!=|>=|<=|>|<)\s*(?:'([^']*)'|(-?[\d.]+|true|false|param_\w+))\s*\}$/;

const CHINESE = /[\u4e00-\u9fff]/;

/** The building blocks that ask people: what each settles, so that nobody types it. */
const BLOCKS = {
  one: { rule: '', pass: '', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  both: { rule: 'all', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: 'REJECT', review: 'true' },
  any: { rule: 'any', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  most: { rule: 'ratio:51', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  work: { rule: '', pass: '', order: '', stop: '', review: '' }
};

export class Panel {

  constructor(modeler, root) {
    this.root = root;
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
    this.registry = modeler.get('elementRegistry');
    this.space = modeler.get('spaceTool');
    this.canvas = modeler.get('canvas');
    this.selection = modeler.get('selection');
    const selection = modeler.get('selection');
    const bus = modeler.get('eventBus');
    bus.on('selection.changed', () => this.show(selection.get()));
    bus.on('elements.changed', ({ elements }) => elements.includes(this.element) && this.fill());
    root.addEventListener('change', ({ target }) => target.dataset.set && this.set(target));
    root.addEventListener('change', ({ target }) => target.dataset.pick && this.pick(target));
    root.querySelector('[data-act=before]').addEventListener('click', () => this.insertBefore());
    // Enter in the panel says something about the element; it does not send the page
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.localName === 'input') {
        event.preventDefault();
        event.target.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    this.show([]);
  }

  show(selected) {
    this.element = selected.length === 1 ? selected[0] : undefined;
    this.fill();
  }

  get bo() {
    return this.element.businessObject;
  }

  fill() {
    const kinds = this.element ? this.kinds() : ['none'];
    this.root.querySelectorAll('[data-kind]').forEach((part) => {
      part.hidden = !kinds.includes(part.dataset.kind);
    });
    if (this.element) {
      this.root.querySelectorAll('[data-set]').forEach((control) => this.put(control));
    }
  }

  kinds() {
    const kinds = ['any'];
    const add = (type, kind) => is(this.element, type) && kinds.push(kind);
    add('bpmn:UserTask', 'user');
    add('bpmn:ServiceTask', 'service');
    add('bpmn:SendTask', 'service');
    add('bpmn:BusinessRuleTask', 'service');
    add('bpmn:EndEvent', 'end');
    if (is(this.element, 'bpmn:SequenceFlow') && this.bo.sourceRef.outgoing.length > 1) {
      kinds.push('flow');
    }
    if (this.timer()) {
      kinds.push('timer');
    }
    return kinds;
  }

  timer() {
    return this.bo.eventDefinitions?.find((one) => is(one, 'bpmn:TimerEventDefinition'));
  }

  put(control) {
    const value = this.read(control.dataset.set);
    if (control.type === 'checkbox') {
      control.checked = value === true || value === 'true';
    }
    else {
      control.value = value ?? '';
    }
  }

  read(name) {
    const { bo } = this;
    const text = bo.name ?? '';
    const split = [...text].findIndex((sign) => CHINESE.test(sign));
    switch (name) {
      case 'id': return bo.id;
      case 'name-en': return (split < 0 ? text : text.slice(0, split)).trim();
      case 'name-zh': return split < 0 ? '' : text.slice(split).trim();
      case 'documentation': return bo.documentation?.[0]?.text;
      case 'due': return DUE.exec(bo.get('camunda:dueDate') ?? '')?.[1];
      case 'step': return /^\$\{(\w+)\}$/.exec(bo.get('camunda:delegateExpression') ?? '')?.[1];
      case 'field': case 'operator': case 'value': return this.condition()[name];
      case 'expression': return bo.conditionExpression?.body;
      case 'default': return bo.sourceRef?.default === bo;
      case 'amount': case 'unit': return this.wait()[name];
      case 'rule': return (this.setting('rule') ?? '').split(':')[0];
      case 'rule-number': return (this.setting('rule') ?? '').split(':')[1];
      default: return this.setting(name);
    }
  }

  condition() {
    const found = CONDITION.exec(this.bo.conditionExpression?.body ?? '');
    return found ? { field: found[1], operator: found[2], value: found[3] ?? found[4] } : { operator: '==' };
  }

  wait() {
    const timer = this.timer();
    const text = timer?.timeDate?.body ?? timer?.timeDuration?.body ?? '';
    const days = DUE.exec(text);
    const plain = /^P(?:T?(\d+)([DH]))$/.exec(text);
    return days ? { amount: days[1], unit: 'WD' } : plain ? { amount: plain[1], unit: plain[2] } : { unit: 'WD' };
  }

  set(control) {
    const name = control.dataset.set;
    const value = control.type === 'checkbox' ? (control.checked ? 'true' : '') : control.value.trim();
    if (!control.checkValidity()) {
      control.reportValidity();
      return;
    }
    switch (name) {
      case 'id': this.rename(value); break;
      case 'name-en': this.update({ name: joined(value, this.read('name-zh')) }); break;
      case 'name-zh': this.update({ name: joined(this.read('name-en'), value) }); break;
      case 'documentation': this.document(value); break;
      case 'due': this.update({ 'camunda:dueDate': value ? `\${workCalendar.dueIn('P${value}WD')}` : undefined }); break;
      case 'step': this.update({ 'camunda:delegateExpression': value ? `\${${value}}` : undefined }); break;
      case 'field': case 'operator': case 'value': this.decide(); break;
      case 'default': this.modeling.updateProperties(this.element.source, { default: value ? this.bo : undefined }); break;
      case 'amount': case 'unit': this.delay(); break;
      case 'rule': case 'rule-number': this.rule(); break;
      default: this.settings({ [name]: value });
    }
  }

  /** Makes room in front of the chosen step and puts a new one into the way that leads to it. */
  insertBefore() {
    const flow = this.element.incoming.find((one) => is(one, 'bpmn:SequenceFlow'));
    if (!flow) {
      return;
    }
    const { x, y, width, height } = this.element;
    const room = { x: width + 60, y: 0 };
    const { movingShapes, resizingShapes } =
      this.space.calculateAdjustments(this.canvas.getRootElement().children, 'x', room.x, x - 5);
    this.space.makeSpace(movingShapes, resizingShapes, room, 'e', x - 5);
    const step = this.modeling.createShape({ type: 'bpmn:UserTask' }, { x: x + width / 2, y: y + height / 2 }, flow);
    this.selection.select(step);
    this.root.querySelector('[data-set="name-en"]').focus();
  }

  /** Something chosen from what the house offers: a whole block, or one more who is asked. */
  pick(control) {
    const value = control.value;
    if (value && control.dataset.pick === 'who') {
      const asked = (this.setting('who') ?? '').split(',').map((one) => one.trim()).filter(Boolean);
      this.settings({ who: [...new Set([...asked, value])].join(', ') });
    }
    else if (value) {
      this.settings({ ...BLOCKS[value], outcome: this.setting('outcome') ?? `${camel(this.bo.id)}Outcome` });
    }
    control.value = '';
  }

  update(properties) {
    this.modeling.updateProperties(this.element, properties);
  }

  rename(id) {
    this.update(is(this.element, 'bpmn:UserTask') ? { id, 'camunda:formKey': `app:${id}` } : { id });
  }

  document(text) {
    this.update({ documentation: text ? [this.factory.create('bpmn:Documentation', { text })] : [] });
  }

  value(name) {
    return this.root.querySelector(`[data-set="${name}"]`).value.trim();
  }

  decide() {
    const [field, operator, value] = ['field', 'operator', 'value'].map((name) => this.value(name));
    if (!field) {
      this.update({ conditionExpression: undefined });
      return;
    }
    const literal = /^(-?\d+(\.\d+)?|true|false|param_\w+)$/.test(value) ? value : `'${value.replaceAll("'", '')}'`;
    const body = `\${${field} ${operator} ${literal}}`;
    this.update({ conditionExpression: this.factory.create('bpmn:FormalExpression', { body }) });
  }

  delay() {
    const [amount, unit] = [this.value('amount'), this.value('unit')];
    if (!amount) {
      return;
    }
    const text = unit === 'WD' ? `\${workCalendar.dueIn('P${amount}WD')}` : unit === 'H' ? `PT${amount}H` : `P${amount}D`;
    const body = this.factory.create('bpmn:FormalExpression', { body: text });
    this.modeling.updateModdleProperties(this.element, this.timer(), {
      timeDate: unit === 'WD' ? body : undefined, timeDuration: unit === 'WD' ? undefined : body, timeCycle: undefined
    });
  }

  rule() {
    const [rule, number] = [this.value('rule'), this.value('rule-number')];
    const counted = rule === 'ratio' || rule === 'count';
    this.settings({ rule: counted ? `${rule}:${number || (rule === 'ratio' ? 50 : 1)}` : rule });
  }

  container() {
    return this.bo.extensionElements?.values?.find((one) => is(one, 'camunda:Properties'));
  }

  setting(name) {
    return this.container()?.values?.find((one) => one.name === name)?.value;
  }

  settings(changes) {
    const kept = (this.container()?.values ?? []).filter((one) => !(one.name in changes))
      .map(({ name, value }) => this.factory.create('camunda:Property', { name, value }));
    const added = Object.entries(changes).filter(([, value]) => value !== '')
      .map(([name, value]) => this.factory.create('camunda:Property', { name, value }));
    const properties = this.factory.create('camunda:Properties', { values: [...kept, ...added] });
    const others = (this.bo.extensionElements?.values ?? []).filter((one) => !is(one, 'camunda:Properties'));
    const extensions = this.factory.create('bpmn:ExtensionElements', { values: [...others, properties] });
    properties.values.forEach((one) => { one.$parent = properties; });
    properties.$parent = extensions;
    extensions.$parent = this.bo;
    this.update({ extensionElements: extensions });
  }

}

function joined(english, chinese) {
  return [english, chinese].filter(Boolean).join(' ');
}

function camel(id) {
  return id.replace(/[^A-Za-z0-9]+(.)?/g, (all, letter) => (letter ?? '').toUpperCase()).replace(/^[A-Z]/, (first) => first.toLowerCase());
}
