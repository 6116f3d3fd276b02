// What a file says in so many words is written again, also where the notation would assume it:
// nothing of a drawing of somebody else gets lost on saving.

function Explicit(bus, moddle) {
  const assumed = new Map();
  bus.on('saveXML.start', () => {
    Object.values(moddle.typeCache).forEach((type) => {
      type.$descriptor.properties.filter((one) => 'default' in one).forEach((one) => {
        assumed.set(one, one.default);
        delete one.default;
      });
    });
  });
  bus.on('saveXML.done', () => {
    assumed.forEach((value, one) => { one.default = value; });
    assumed.clear();
  });
}

Explicit.$inject = ['eventBus', 'moddle'];

export const explicit = { __init__: ['explicit'], explicit: ['type', Explicit] };
