// A new step in front of another one: room is made, and it stands in the way that leads there.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

const GAP = 60;

export function insertBefore(modeler, element) {
  const flow = element.incoming.find((one) => is(one, 'bpmn:SequenceFlow'));
  if (!flow) {
    return undefined;
  }
  const space = modeler.get('spaceTool');
  const { x, y, width, height } = element;
  const room = { x: width + GAP, y: 0 };
  // what lies inside sub-processes is moved one by one as well
  const all = selfAndAllChildren(modeler.get('canvas').getRootElement());
  const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', room.x, x - 5);
  space.makeSpace(movingShapes, resizingShapes, room, 'e', x - 5);
  const modeling = modeler.get('modeling');
  const step = modeling.createShape({ type: 'bpmn:UserTask', width, height },
    { x: x + width / 2, y: y + height / 2 }, flow);
  const label = step.incoming[0]?.label;
  if (label) {
    const place = { x: step.x - GAP / 2 - label.width / 2, y: step.y + height / 2 - label.height - 6 };
    modeling.moveShape(label, { x: place.x - label.x, y: place.y - label.y });
  }
  return step;
}
