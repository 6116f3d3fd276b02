// What is copied in one diagram can be pasted in another, also in another window of this browser.

const KEY = 'gongjian.studio.clipboard';

/** Makes elements again from what was written down; one that is referred to twice stays one. */
function reviver(moddle) {
  const known = {};
  return (key, value) => {
    if (!value || typeof value !== 'object' || typeof value.$type !== 'string') {
      return value;
    }
    if (value.id && known[value.id]) {
      return known[value.id];
    }
    const { $type, ...attributes } = value;
    const made = moddle.create($type, attributes);
    if (value.id) {
      known[value.id] = made;
    }
    return made;
  };
}

export function clipboard(modeler) {
  const clip = modeler.get('clipboard');

  function take(text) {
    try {
      clip.set(JSON.parse(text, reviver(modeler.get('moddle'))));
    }
    catch {
      localStorage.removeItem(KEY);
    }
  }

  modeler.on('copyPaste.elementsCopied', ({ tree }) => localStorage.setItem(KEY, JSON.stringify(tree)));
  window.addEventListener('storage', ({ key, newValue }) => key === KEY && newValue && take(newValue));
  const kept = localStorage.getItem(KEY);
  if (kept) {
    take(kept);
  }
}
