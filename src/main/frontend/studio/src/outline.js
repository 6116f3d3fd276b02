// The diagram in words, in the order in which it is drawn: a way in for the keyboard.
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { parsed } from './conditions.js';
import { make } from './words.js';

/** Brings an element or the middle of a way to the middle, large enough to read. */
function centre(canvas, element) {
  const { outer, scale } = canvas.viewbox();
  const wanted = Math.max(0.8, scale);
  const [width, height] = [outer.width / wanted, outer.height / wanted];
  const { x, y } = element.waypoints?.[Math.floor(element.waypoints.length / 2)]
    ?? { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
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

/** When a way is taken, in words; what compares in no known way is shown as it is written. */
function when(expression, { facts = [], operators = {} }, { and, or, yes, no }) {
  const found = parsed(expression);
  if (!found) {
    return expression;
  }
  const said = found.all.map(({ field, operator, value }) => {
    const fact = facts.find(({ name }) => name === field);
    const plain = { true: yes, false: no }[value] ?? value;
    return [fact?.label ?? field, operators[operator] ?? operator,
      fact?.values?.find((one) => one.value === value)?.label ?? plain].join(' ');
  });
  return said.join(` ${found.join === 'or' ? or : and} `);
}

/** The outline; what conditions read and compare with is known by the names people pick them by. */
export function outline(modeler, list, known) {
  const registry = modeler.get('elementRegistry');
  const selection = modeler.get('selection');
  const canvas = modeler.get('canvas');
  const translate = modeler.get('translate');
  let timer;

  /** What a way is called where there are several. */
  function way({ businessObject: { name, targetRef, conditionExpression } }) {
    const to = `→ ${targetRef?.name || targetRef?.id}`;
    const taken = conditionExpression?.body && `(${when(conditionExpression.body, known(), list.dataset)})`;
    return [name, to, taken].filter(Boolean).join(' ');
  }

  function chooser(element, text) {
    const button = make('button', { type: 'button', className: 'link-button', textContent: text });
    if (selection.isSelected(element)) {
      button.setAttribute('aria-current', 'true');
    }
    button.addEventListener('click', () => {
      selection.select(element);
      centre(canvas, element);
      document.querySelector('#panel').focus();
    });
    return button;
  }

  function line(element) {
    const item = make('li', {}, chooser(element, element.businessObject.name || element.id),
      make('span', { className: 'subtle', textContent: ` ${described(element, translate)}` }));
    const ways = element.outgoing.filter((one) => is(one, 'bpmn:SequenceFlow'));
    if (ways.length > 1) {
      item.append(make('ul', {}, ...ways.map((one) => make('li', {}, chooser(one, way(one))))));
    }
    return item;
  }

  function draw() {
    const elements = registry.filter((one) => is(one, 'bpmn:FlowNode') && !one.labelTarget)
      .sort((one, other) => one.x - other.x || one.y - other.y);
    list.replaceChildren(...elements.map(line));
  }

  modeler.on(['elements.changed', 'selection.changed', 'import.done'], () => {
    clearTimeout(timer);
    timer = setTimeout(draw, 200);
  });
  draw();
}
