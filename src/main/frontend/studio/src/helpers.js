// What helps with drawing: it comes once one can draw, so that nobody waits for it.
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import minimap from 'diagram-js-minimap';
import { clipboard } from './clipboard.js';
import { decoded } from './encoding.js';
import { png } from './picture.js';
import { whole } from './view.js';

export { Panel } from './panel.js';
export { outline } from './outline.js';

/** Everything around the drawing that is no panel; viewing is what a second view of it is made with. */
export function tools(modeler, { form, source, room, read, viewing }) {
  const late = modeler.get('injector').createChild([minimap, CreateAppendAnythingModule]);
  late.init();
  // these keys are bound when the editor is made, which was before
  late.get('createAppendKeyboardBindings').registerBindings();
  // it has not seen the drawing come
  late.get('minimap')._dirty = true;
  searching(modeler, document.querySelector('#canvas'));
  clipboard(modeler);
  buttons(modeler, late.get('minimap'), room, read);
  opening(form, source);
  player(modeler, room, read, viewing);
}

/** Enter in a search chooses what was found; it does not send the page. */
function searching(modeler, around) {
  stepsFirst(modeler.get('bpmnSearch'));
  around.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.localName === 'input') {
      event.preventDefault();
    }
  });
  // the search only listens to keys: Chinese that an input method writes, and what is pasted, comes without
  around.addEventListener('input', ({ target }) => {
    if (target.closest('.djs-search-input, .djs-popup-search')) {
      target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, key: 'Unidentified' }));
    }
  });
}

/** A step and the way to it often have the same name: who searches means the step. */
function stepsFirst(provider) {
  const find = provider.find.bind(provider);
  provider.find = (text) => {
    const found = find(text);
    const isWay = ({ element }) => Boolean(element.waypoints);
    return [...found.filter((one) => !isWay(one)), ...found.filter(isWay)];
  };
}

/** Plays the drawing with tokens; what it needs is only fetched when it is asked for. */
function player(modeler, room, read, viewing) {
  const button = room.querySelector('[data-action=simulate]');
  const stage = document.querySelector('#simulation');
  let close;
  button.addEventListener('click', async () => {
    const playing = Boolean(close);
    button.setAttribute('aria-pressed', String(!playing));
    stage.hidden = playing;
    document.querySelector('#canvas').hidden = !playing;
    // they speak of the drawing, which is not to be seen meanwhile
    room.querySelectorAll('.studio__tools [data-action]').forEach((tool) => { tool.disabled = !playing && tool !== button; });
    if (playing) {
      close();
      close = undefined;
      return;
    }
    const { simulate } = await import(button.dataset.player);
    const { x, y, width, height } = modeler.get('canvas').viewbox();
    close = await simulate(stage, await read(), { x, y, width, height }, ...viewing);
  });
}

function buttons(modeler, map, room, read) {
  const name = room.dataset.process;
  const actions = {
    undo: () => modeler.get('commandStack').undo(),
    redo: () => modeler.get('commandStack').redo(),
    fit: () => whole(modeler.get('canvas')),
    closer: () => modeler.get('zoomScroll').stepZoom(1),
    further: () => modeler.get('zoomScroll').stepZoom(-1),
    // after this click has come to its end: a click anywhere closes the search
    find: () => setTimeout(() => modeler.get('searchPad').toggle()),
    map: () => map.toggle(),
    bpmn: async () => download(`${name}.bpmn`, 'application/xml', await read()),
    svg: async () => download(`${name}.svg`, 'image/svg+xml', (await modeler.saveSVG()).svg),
    png: async () => download(`${name}.png`, 'image/png', await png((await modeler.saveSVG()).svg)),
    grow: () => room.classList.toggle('studio--large')
  };
  room.querySelectorAll('.studio__tools [data-action]').forEach((button) =>
    button.addEventListener('click', () => actions[button.dataset.action]?.()));
}

/** Puts a file in the place of the draft. */
function opening(form, source) {
  const file = document.querySelector('#import');
  file.addEventListener('change', async () => {
    try {
      source.value = decoded(await file.files[0].arrayBuffer());
    }
    catch {
      file.value = '';
      document.querySelector('#keeping').textContent = file.dataset.unreadable;
      return;
    }
    form.requestSubmit(document.querySelector('[value=save][form]'));
  });
}

function download(name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
