// Every user task is an approval node from the moment it is drawn: asked once per person or
// group, completed by the platform. Nobody types these expressions.

const COLLECTION = '${approvers.of(execution)}';

const DONE = '${approval.done(execution)}';

class ApprovalNodes {

  constructor(eventBus, modeling, bpmnFactory) {
    eventBus.on('commandStack.shape.create.postExecuted', ({ context }) => {
      const { businessObject: task, labelTarget } = context.shape;
      if (!labelTarget && task.$type === 'bpmn:UserTask' && !task.loopCharacteristics) {
        // forms are files: their names are small letters, digits and hyphens
        const id = task.id.replace(/^Activity_/, 'task-').toLowerCase();
        modeling.updateProperties(context.shape, { id, ...node(bpmnFactory, id) });
      }
    });
  }

}

ApprovalNodes.$inject = ['eventBus', 'modeling', 'bpmnFactory'];

function node(factory, id) {
  const loop = factory.create('bpmn:MultiInstanceLoopCharacteristics',
    { 'camunda:collection': COLLECTION, 'camunda:elementVariable': 'slot' });
  loop.completionCondition = factory.create('bpmn:FormalExpression', { body: DONE });
  loop.completionCondition.$parent = loop;
  return {
    loopCharacteristics: loop,
    'camunda:formKey': `app:${id}`,
    'camunda:dueDate': "${workCalendar.dueIn('P3WD')}"
  };
}

export const nodes = { __init__: ['approvalNodes'], approvalNodes: ['type', ApprovalNodes] };
