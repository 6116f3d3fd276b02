// What can be said about the selected element, picked from what the house offers.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { BLOCKS, OFF } from './blocks.js';
import { Conditions } from './conditions.js';
import { DecisionTable } from './decisions.js';
import { endOnNo, insert, plainWay, reachable, waysTo } from './insert.js';
import { Picked } from './picked.js';
import { Said } from './said.js';
import { Settings } from './settings.js';
import { Timers, dueIn } from './timers.js';
import { camel, fill, joined, listed } from './words.js';

export class Panel {

  constructor(modeler, root, choices) {
    Object.assign(this, { modeler, root, choices });
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
    this.registry = modeler.get('elementRegistry');
    this.settings = new Settings(modeler);
    this.timers = new Timers(modeler);
    this.said = new Said(this.settings, this.timers);
    const selection = modeler.get('selection');
    const bus = modeler.get('eventBus');
    this.controls();
    bus.on('selection.changed', () => this.show(selection.get()));
    bus.on('elements.changed', ({ elements }) => elements.includes(this.element) && this.fill());
    root.addEventListener('change', ({ target }) => target.dataset.set && this.set(target));
    root.querySelector('#p-block').addEventListener('change', ({ target }) => this.block(target));
    root.querySelector('[data-act=before]').addEventListener('click', () => this.insert(waysTo(this.element)));
    root.querySelector('[data-act=here]').addEventListener('click', () => this.insert([this.element]));
    root.querySelector('[data-act=reject]').addEventListener('click', () => {
      const step = this.element;
      modeler.get('atOnce').run(() => endOnNo(modeler, step, this.setting('outcome'), this.settings));
      selection.select(step);
    });
    // Enter in the panel says something about the element; it does not send the page
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.localName === 'input') {
        event.preventDefault();
        event.target.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    fill(root.querySelector('#p-step'), choices.steps ?? []);
    root.querySelector('#amounts').replaceChildren(...(choices.amounts ?? []).map(({ value, label }) =>
      new Option(label, value)));
    this.show(selection.get());
  }

  /** What can be picked by now: a step that was drawn meanwhile decides something, too. */
  offer(choices) {
    Object.assign(this.choices, choices);
    this.conditions.facts = this.choices.facts ?? [];
    if (!this.root.contains(document.activeElement)) {
      this.fill();
    }
  }

  /** Puts a new step into ways and asks for its name. */
  insert(ways) {
    const step = this.modeler.get('atOnce').run(() => insert(this.modeler, ways));
    this.modeler.get('selection').select(step);
    this.modeler.get('canvas').scrollToElement(step, 120);
    this.root.querySelector('[data-set="name-en"]').focus();
  }

  controls() {
    const part = (name) => this.root.querySelector(`[data-part="${name}"]`);
    const setting = (name) => (values) => this.settings.set(this.element, { [name]: values.join(', ') });
    this.lists = ['who', 'to'].map((name) =>
      [name, new Picked(part(name), () => this.choices.who ?? [], setting(name))]);
    this.lists.push(['otherThan', new Picked(part('otherThan'), () => this.steps(),
      (values) => this.settings.set(this.element, { otherThan: values.join(',') }))]);
    this.back = new Picked(part('returnTo'), () => this.steps(), (values) => this.returns(this.returnTo().start, values));
    this.decided = new DecisionTable(part('decisions'), this.settings, 
      (step) => this.choices.decisions?.[step] ?? this.choices.decisions?.[''] ?? []);
    this.conditions = new Conditions(part('conditions'), this.choices, (body) => this.update({
      conditionExpression: body && this.factory.create('bpmn:FormalExpression', { body })
    }));
  }

  show(selected) {
    this.element = selected.length === 1 ? selected[0] : undefined;
    this.root.scrollTop = 0;
    this.fill();
  }

  get bo() {
    return this.element.businessObject;
  }

  /** The other steps of the diagram where people do something. */
  steps() {
    return this.registry.filter((one) => is(one, 'bpmn:UserTask') && one !== this.element)
      .map(({ businessObject: { id, name } }) => ({ value: id, label: name || id }));
  }

  /** Draws a way from here and asks for its name. */
  connect(id) {
    this.modeler.get('selection').select(this.modeling.connect(this.element, this.registry.get(id)));
    this.root.querySelector('[data-set="name-en"]').focus();
  }

  fill() {
    const kinds = this.element ? this.said.kinds(this.element) : ['none'];
    this.root.querySelectorAll('[data-kind]').forEach((part) => {
      part.hidden = !part.dataset.kind.split(' ').some((kind) => kinds.includes(kind));
    });
    if (!this.element) {
      return;
    }
    this.fillLists(kinds);
    this.root.querySelectorAll('[data-set]').forEach((control) => this.put(control));
    this.lists.forEach(([name, list]) => list.show(listed(this.setting(name))));
    this.back.show(this.returnTo().previous);
    this.decided.show(this.element);
    this.root.querySelector('#p-block').value = this.said.block(this.bo);
    if (kinds.includes('flow')) {
      this.conditions.show(this.bo.conditionExpression?.body);
    }
    this.root.querySelector('[data-act=before]').hidden = waysTo(this.element).length === 0;
    const refuses = listed(this.setting('order')).includes('REJECT') && this.setting('outcome');
    this.root.querySelector('[data-act=reject]').hidden = !(refuses && plainWay(this.element));
    const form = this.root.querySelector('[data-form]');
    form.href = form.dataset.form.replace('STEP', encodeURIComponent(this.bo.id));
  }

  fillLists(kinds) {
    const { empty } = this.root.dataset;
    const put = (id, choices, first = empty) => fill(this.root.querySelector(id), choices, '', first);
    put('#p-superior', this.choices.who ?? []);
    put('#p-start', this.steps());
    if (kinds.includes('from')) {
      put('#p-way', reachable(this.modeler, this.element), '–');
    }
    if (kinds.includes('rule')) {
      put('#p-table', this.choices.tables ?? []);
    }
    if (kinds.includes('timer')) {
      put('#p-until', (this.choices.facts ?? []).filter(({ kind }) => kind === 'value')
        .map(({ name, label }) => ({ value: name, label })));
    }
  }

  put(control) {
    const value = this.read(control.dataset.set);
    if (control.type === 'checkbox') {
      control.checked = value === true || value === 'true';
    }
    else if (control.localName === 'select' && value && ![...control.options].some((one) => one.value === value)) {
      control.add(new Option(value, value));
      control.value = value;
    }
    else {
      control.value = value ?? '';
    }
  }

  read(name) {
    return this.said.read(this.bo, name);
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
      case 'due': this.update({ 'camunda:dueDate': value ? dueIn(value) : undefined }); break;
      case 'step': this.update({ 'camunda:delegateExpression': value ? `\${${value}}` : undefined }); break;
      case 'table': this.table(value); break;
      case 'result': this.update({ 'camunda:resultVariable': value || undefined }); break;
      case 'way-to': this.connect(value); break;
      case 'default': this.modeling.updateProperties(this.element.source, { default: value ? this.bo : undefined }); break;
      case 'amount': case 'unit': this.timers.after(this.element, this.value('amount'), this.value('unit')); break;
      case 'until': this.timers.at(this.element, value); break;
      case 'rule': case 'rule-number': this.rule(); break;
      case 'return-start': this.returns(value, this.returnTo().previous); break;
      case 'repeat': this.settings.set(this.element, { repeat: value && 'approve' }); break;
      case 'bulk': case 'recall': this.settings.set(this.element, { [name]: value ? '' : OFF[name] }); break;
      default: this.settings.set(this.element, { [name]: value });
    }
  }

  block(control) {
    if (BLOCKS[control.value]) {
      this.settings.set(this.element,
        { ...BLOCKS[control.value], outcome: this.setting('outcome') ?? `${camel(this.bo.id)}Outcome` });
    }
  }

  setting(name) {
    return this.settings.get(this.bo, name);
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

  table(key) {
    this.update(key ? { 'camunda:decisionRef': key, 'camunda:delegateExpression': undefined,
      'camunda:mapDecisionResult': 'singleEntry', 'camunda:resultVariable': this.read('result') ?? this.answer(key) }
      : { 'camunda:decisionRef': undefined, 'camunda:mapDecisionResult': undefined, 'camunda:resultVariable': undefined });
  }

  /** What a table answers is kept under the name it has in the table. */
  answer(key) {
    return this.choices.tables?.find(({ value }) => value === key)?.answer ?? camel(key);
  }

  returnTo() {
    return this.said.returnTo(this.bo);
  }

  returns(start, previous) {
    this.settings.set(this.element, {
      returnTo: [...(start ? [`start=${start}`] : []), ...previous.map((step) => `previous=${step}`)].join(',')
    });
  }

  value(name) {
    return this.root.querySelector(`[data-set="${name}"]`).value.trim();
  }

  rule() {
    const [rule, number] = [this.value('rule'), this.value('rule-number')];
    const counted = rule === 'ratio' || rule === 'count';
    this.settings.set(this.element,
      { rule: counted ? `${rule}:${number || (rule === 'ratio' ? 50 : 1)}` : rule });
  }

}
