// The settings of an element: what the house reads from its camunda:property entries.
import { is } from 'bpmn-js/lib/util/ModelUtil';

export class Settings {

  constructor(modeler) {
    this.factory = modeler.get('bpmnFactory');
    this.modeling = modeler.get('modeling');
  }

  get(bo, name) {
    const holder = bo.extensionElements?.values?.find((one) => is(one, 'camunda:Properties'));
    return holder?.values?.find((one) => one.name === name)?.value;
  }

  /** Changes some settings; an empty one is taken away. */
  set(element, changes) {
    const bo = element.businessObject;
    const held = bo.extensionElements?.values ?? [];
    const kept = (held.find((one) => is(one, 'camunda:Properties'))?.values ?? [])
      .filter((one) => !(one.name in changes));
    const property = ({ name, value }) => this.factory.create('camunda:Property', { name, value });
    const added = Object.entries(changes).filter(([, value]) => value !== '' && value !== undefined)
      .map(([name, value]) => ({ name, value }));
    const properties = this.factory.create('camunda:Properties', { values: [...kept, ...added].map(property) });
    properties.values.forEach((one) => { one.$parent = properties; });
    const others = held.filter((one) => !is(one, 'camunda:Properties'));
    const values = properties.values.length > 0 ? [...others, properties] : others;
    const extensions = values.length > 0 ? this.factory.create('bpmn:ExtensionElements', { values }) : undefined;
    if (extensions) {
      properties.$parent = extensions;
      extensions.$parent = bo;
    }
    this.modeling.updateProperties(element, { extensionElements: extensions });
  }

}
