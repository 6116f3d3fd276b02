// A new step in front of another one: room is made, and it stands in the way that leads there.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

const GAP = 60;

const STEP = { width: 100, height: 80 };

/** Moves everything from a place on to the right. */
function makeRoom(modeler, from, wide) {
  const space = modeler.get('spaceTool');
  const room = { x: wide, y: 0 };
  // what lies inside sub-processes is moved one by one as well
  const all = selfAndAllChildren(modeler.get('canvas').getRootElement());
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', room.x, from);
  space.makeSpace(movingShapes, resizingShapes, room, 'e', from);
}

/** The ways that lead to an element, the straightest first. */
export function waysTo(element) {
  return (element?.incoming ?? []).filter((one) => is(one, 'bpmn:SequenceFlow'))
    .sort((one, other) => one.waypoints.length - other.waypoints.length);
}

/** Puts a step into ways that lead to one element: whoever goes there comes to the step first. */
export function insert(modeler, ways) {
  const [way, ...others] = ways;
  const { x, y, width, height } = way.target;
  const middle = y + height / 2;
  makeRoom(modeler, x - 5, STEP.width + GAP);
  const modeling = modeler.get('modeling');
  const step = modeling.createShape({ type: 'bpmn:UserTask', ...STEP }, { x: x + STEP.width / 2, y: middle }, way);
  others.forEach((one) => modeling.reconnectEnd(one, step, { x: step.x + STEP.width / 2, y: middle }));
  const label = step.incoming[0]?.label;
  if (label) {
    const place = { x: step.x - GAP / 2 - label.width / 2, y: step.y + STEP.height / 2 - label.height - 6 };
    modeling.moveShape(label, { x: place.x - label.x, y: place.y - label.y });
  }
  return step;
}

/** Where a way from an element can lead that is not drawn yet. */
export function reachable(modeler, element) {
  const rules = modeler.get('rules');
  const drawn = element.outgoing.map(({ target }) => target);
  return modeler.get('elementRegistry').filter((one) => is(one, 'bpmn:FlowNode') && !one.labelTarget && one !== element
    && !drawn.includes(one) && rules.allowed('connection.create', { source: element, target: one })?.type === 'bpmn:SequenceFlow')
    .map(({ businessObject: { id, name } }) => ({ value: id, label: name || id }));
}

/** The one way on from a step, where nothing asks yet how the step was decided. */
export function plainWay(element) {
  const ways = (element?.outgoing ?? []).filter((one) => is(one, 'bpmn:SequenceFlow'));
  return ways.length === 1 && !is(ways[0].target, 'bpmn:ExclusiveGateway') ? ways[0] : undefined;
}

/** After a step a gateway: a yes goes on, anything else ends the case. */
export function endOnNo(modeler, element, outcome, settings) {
  const flow = plainWay(element);
  const modeling = modeler.get('modeling');
  const factory = modeler.get('bpmnFactory');
  makeRoom(modeler, element.x + element.width + 5, 2 * GAP);
  const middle = { x: element.x + element.width + GAP, y: element.y + element.height / 2 };
  const gateway = modeling.createShape({ type: 'bpmn:ExclusiveGateway' }, middle, flow);
  const yes = gateway.outgoing[0];
  const end = modeling.appendShape(gateway, { type: 'bpmn:EndEvent' }, { x: middle.x, y: middle.y + 2 * GAP });
  const no = end.incoming[0];
  modeling.updateProperties(gateway, { name: 'Agreed? 是否同意？', default: no.businessObject });
  modeling.updateProperties(yes, {
    name: 'Yes 同意',
    conditionExpression: factory.create('bpmn:FormalExpression', { body: `\${${outcome} == 'APPROVE'}` })
  });
  modeling.updateProperties(no, { name: 'No 不同意' });
  modeling.updateProperties(end, { name: 'Rejected 不同意' });
  settings.set(end, { status: 'rejected', outcome: 'REJECTED' });
  return gateway;
}
