// Some elements are drawn in a file and never shown: what lies in a process that only a call
// activity holds. The editor would forget on saving where they are drawn; here it is kept.

// after the elements shown are put in their order, which leaves out all others
const LATER = 500;

function Undrawn(bus, registry, bpmnjs) {
  let kept = [];
  bus.on('import.done', ({ error }) => {
    const { diagrams = [] } = (!error && bpmnjs.getDefinitions()) || {};
    kept = diagrams.flatMap(({ plane }) => plane.get('planeElement')
      .filter(({ bpmnElement }) => bpmnElement && !registry.get(bpmnElement.id))
      .map((drawing) => ({ plane, drawing })));
  });
  bus.on('saveXML.start', LATER, () => kept.forEach(({ plane, drawing }) => {
    const drawn = plane.get('planeElement');
    if (!drawn.includes(drawing)) {
      drawn.push(drawing);
    }
  }));
}

Undrawn.$inject = ['eventBus', 'elementRegistry', 'bpmnjs'];

export const undrawn = { __init__: ['undrawn'], undrawn: ['type', Undrawn] };
