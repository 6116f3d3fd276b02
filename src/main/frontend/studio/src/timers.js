// How long an event waits: working days, days, hours, or until a moment that a field holds.
import { is } from 'bpmn-js/lib/util/ModelUtil';

export const DUE = /^\$\{workCalendar\.dueIn\('P(\d+)WD'\)\}$/;

export function dueIn(days) {
  return `\${workCalendar.dueIn('P${days}WD')}`;
}

export class Timers {

  constructor(modeler) {
    this.factory = modeler.get('bpmnFactory');
    this.modeling = modeler.get('modeling');
  }

  of(bo) {
    return bo.eventDefinitions?.find((one) => is(one, 'bpmn:TimerEventDefinition'));
  }

  read(bo) {
    const timer = this.of(bo);
    const text = timer?.timeDate?.body ?? timer?.timeDuration?.body ?? '';
    const days = DUE.exec(text);
    const plain = /^P(?:T?(\d+)([DH]))$/.exec(text);
    return days ? { amount: days[1], unit: 'WD' } : plain ? { amount: plain[1], unit: plain[2] }
      : { unit: 'WD', until: /^\$\{(\w+)\}$/.exec(text)?.[1] };
  }

  after(element, amount, unit) {
    if (amount) {
      this.write(element, unit === 'WD' ? dueIn(amount) : unit === 'H' ? `PT${amount}H` : `P${amount}D`, unit === 'WD');
    }
  }

  at(element, field) {
    if (field) {
      this.write(element, `\${${field}}`, true);
    }
  }

  write(element, body, date) {
    const made = this.factory.create('bpmn:FormalExpression', { body });
    this.modeling.updateModdleProperties(element, this.of(element.businessObject), {
      timeDate: date ? made : undefined, timeDuration: date ? undefined : made, timeCycle: undefined
    });
  }

}
