// What the check on the server found: a list, and marks in the diagram.

export function problems(modeler, list) {
  const canvas = modeler.get('canvas');
  const registry = modeler.get('elementRegistry');
  let marked = [];

  function go(element) {
    modeler.get('selection').select(element);
    canvas.scrollToElement(element, { top: 100, bottom: 100, left: 100, right: 100 });
    canvas.focus();
  }

  function line(problem) {
    const item = document.createElement('li');
    const badge = document.createElement('span');
    badge.className = `badge ${problem.severity === 'error' ? 'badge--bad' : 'badge--warn'}`;
    badge.textContent = list.dataset[problem.severity];
    const element = problem.element && registry.get(problem.element);
    const text = document.createElement(element ? 'button' : 'span');
    text.textContent = `${problem.name || problem.element}: ${problem.message}`;
    if (element) {
      text.type = 'button';
      text.className = 'link-button';
      text.addEventListener('click', () => go(element));
    }
    item.append(badge, ' ', text);
    return item;
  }

  return function show(found) {
    marked.forEach(([element, mark]) => registry.get(element) && canvas.removeMarker(element, mark));
    marked = found.filter(({ element }) => element && registry.get(element) && registry.get(element).parent)
      .map(({ element, severity }) => [element, `check-${severity}`]);
    marked.forEach(([element, mark]) => canvas.addMarker(element, mark));
    list.replaceChildren(...found.map(line));
    list.hidden = found.length === 0;
    document.querySelector('#sound').hidden = found.length > 0;
  };
}
