// What a diagram already says about an element.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { BLOCKS, OFF } from './blocks.js';
import { DUE } from './timers.js';
import { listed } from './words.js';

const CHINESE = /[\u4e00-\u9fff]/;

export class Said {

  constructor(settings, timers) {
    Object.assign(this, { settings, timers });
  }

  /** Which parts of the panel speak of an element. */
  kinds(element) {
    const bo = element.businessObject;
    const kinds = ['any'];
    const add = (type, kind) => is(element, type) && kinds.push(kind);
    add('bpmn:UserTask', 'user');
    add('bpmn:ServiceTask', 'service');
    add('bpmn:SendTask', 'service');
    add('bpmn:BusinessRuleTask', 'rule');
    add('bpmn:EndEvent', 'end');
    if (is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent')) {
      kinds.push('from');
    }
    if (is(element, 'bpmn:BusinessRuleTask') && this.read(bo, 'step')) {
      kinds.push('service');
    }
    if (this.read(bo, 'step') === 'copy') {
      kinds.push('copy');
    }
    add('bpmn:SequenceFlow', 'way');
    if (is(element, 'bpmn:SequenceFlow') && bo.sourceRef.outgoing.length > 1) {
      kinds.push('flow');
    }
    if (this.timers.of(bo)) {
      kinds.push('timer');
    }
    return kinds;
  }

  /** What is said about an element, as the control of that name shows it. */
  read(bo, name) {
    const text = bo.name ?? '';
    const split = [...text].findIndex((sign) => CHINESE.test(sign));
    switch (name) {
      case 'id': return bo.id;
      case 'name-en': return (split < 0 ? text : text.slice(0, split)).trim();
      case 'name-zh': return split < 0 ? '' : text.slice(split).trim();
      case 'documentation': return bo.documentation?.[0]?.text;
      case 'due': return DUE.exec(bo.get('camunda:dueDate') ?? '')?.[1];
      case 'step': return /^\$\{(\w+)\}$/.exec(bo.get('camunda:delegateExpression') ?? '')?.[1];
      case 'table': return bo.get('camunda:decisionRef');
      case 'result': return bo.get('camunda:resultVariable');
      case 'expression': return bo.conditionExpression?.body;
      case 'default': return bo.sourceRef?.default === bo;
      case 'amount': case 'unit': case 'until': return this.timers.read(bo)[name];
      case 'rule': return (this.settings.get(bo, 'rule') ?? '').split(':')[0];
      case 'rule-number': return (this.settings.get(bo, 'rule') ?? '').split(':')[1];
      case 'return-start': return this.returnTo(bo).start;
      case 'repeat': return this.settings.get(bo, 'repeat') === 'approve';
      case 'bulk': case 'recall': return this.settings.get(bo, name) !== OFF[name];
      default: return this.settings.get(bo, name);
    }
  }

  /** The building block that settles what is said, if it is one. */
  block(bo) {
    const said = (settings) => Object.entries(settings).every(([name, value]) => (this.settings.get(bo, name) ?? '') === value);
    return Object.keys(BLOCKS).find((name) => said(BLOCKS[name])) ?? '';
  }

  /** Where a return may lead: to the start of a step, or to steps before. */
  returnTo(bo) {
    const all = listed(this.settings.get(bo, 'returnTo'));
    const of = (kind) => all.filter((one) => one.startsWith(`${kind}=`)).map((one) => one.slice(kind.length + 1));
    return { start: of('start')[0], previous: of('previous') };
  }

}
