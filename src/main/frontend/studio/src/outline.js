// The diagram in words, in the order in which it is drawn: a way in for the keyboard.
import { is } from 'bpmn-js/lib/util/ModelUtil';

/** Brings an element to the middle, large enough to read. */
function centre(canvas, element) {
  const { outer, scale } = canvas.viewbox();
  const wanted = Math.max(0.8, scale);
  const [width, height] = [outer.width / wanted, outer.height / wanted];
  canvas.viewbox({
    x: element.x + element.width / 2 - width / 2, y: element.y + element.height / 2 - height / 2, width, height
  });
}

/** What an element is, and where it leads. */
function described({ businessObject: { $type, outgoing = [], attachedToRef } }, translate) {
  const kind = $type.slice('bpmn:'.length).replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const next = outgoing.map(({ targetRef }) => targetRef?.name || targetRef?.id).filter(Boolean);
  return [
    translate(kind),
    ...(attachedToRef ? [`⊂ ${attachedToRef.name || attachedToRef.id}`] : []),
    ...(next.length ? [`→ ${next.join(' / ')}`] : [])
  ].join(', ');
}

export function outline(modeler, list) {
  const registry = modeler.get('elementRegistry');
  const selection = modeler.get('selection');
  const canvas = modeler.get('canvas');
  const translate = modeler.get('translate');
  let timer;

  function draw() {
    const elements = registry.filter((one) => is(one, 'bpmn:FlowNode') && !one.labelTarget)
      .sort((one, other) => one.x - other.x || one.y - other.y);
    list.replaceChildren(...elements.map((element) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link-button';
      button.textContent = element.businessObject.name || element.id;
      const about = document.createElement('span');
      about.className = 'subtle';
      about.textContent = ` ${described(element, translate)}`;
      if (selection.isSelected(element)) {
        button.setAttribute('aria-current', 'true');
      }
      button.addEventListener('click', () => {
        selection.select(element);
        centre(canvas, element);
        document.querySelector('#panel').focus();
      });
      item.append(button, about);
      return item;
    }));
  }

  modeler.on(['elements.changed', 'selection.changed', 'import.done'], () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 200);
  });
  draw();
}
