import Modeler from 'bpmn-js/lib/Modeler';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import minimap from 'diagram-js-minimap';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './editor.css';
import chinese from './zh-CN.json';
import { atOnce } from './at-once.js';
import { Panel } from './panel.js';
import { labels } from './labels.js';
import { nodes } from './nodes.js';
import { problems } from './problems.js';
import { outline } from './outline.js';
import { keeper } from './keeper.js';
import { fresh } from './fresh.js';
import { clipboard } from './clipboard.js';
import { decoded } from './encoding.js';
import { png } from './picture.js';
import { explicit } from './explicit.js';
import { undrawn } from './undrawn.js';
import { readable, whole } from './view.js';

const form = document.querySelector('#main-form');
const source = document.querySelector('#xml');
const room = document.querySelector('#editor');

const TEXT = { defaultStyle: { fontFamily: 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif' } };

function translating() {
  const words = document.documentElement.lang.startsWith('zh') ? chinese : {};
  return {
    translate: ['value', (text, replacements = {}) =>
      (words[text] ?? text).replace(/{([^}]+)}/g, (all, name) => replacements[name] ?? all)]
  };
}

/** What can be picked; asked for while the drawing is read. */
async function offered(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
}

async function begin() {
  room.hidden = false;
  const panel = document.querySelector('#panel');
  const choices = () => offered(panel.dataset.choices).catch(() => ({}));
  const first = choices();
  const modeler = new Modeler({
    container: document.querySelector('#canvas'),
    moddleExtensions: { camunda },
    additionalModules: [minimap, CreateAppendAnythingModule, translating(), atOnce, nodes, labels, explicit, undrawn],
    textRenderer: TEXT,
    disableAdjustOrigin: true
  });
  // files that call the engine's namespace by its old name would lose their settings
  await modeler.importXML(source.value.replaceAll('http://activiti.org/bpmn', 'http://camunda.org/schema/1.0/bpmn'));
  named(document.querySelector('#canvas'));
  readable(modeler.get('canvas'));
  stepsFirst(modeler.get('bpmnSearch'));
  // Enter in the search chooses what was found; it does not send the page
  document.querySelector('#canvas').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.localName === 'input') {
      event.preventDefault();
    }
  });
  // the search only listens to keys: Chinese that an input method writes, and what is pasted, comes without
  document.querySelector('#canvas').addEventListener('input', ({ target }) => {
    if (target.closest('.djs-search-input, .djs-popup-search')) {
      target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, key: 'Unidentified' }));
    }
  });
  const read = async () => (await modeler.saveXML({ format: true })).xml;
  const show = problems(modeler, document.querySelector('#problems'));
  const { renew, stale } = fresh(document.querySelector('#after-drawing'), show);
  let controls;
  keeper(modeler, form, source, read, show, async () => {
    stale();
    controls?.offer(await choices());
  });
  clipboard(modeler);
  buttons(modeler, read);
  player(modeler, read);
  performance.mark('ready');
  // one can draw now; what helps with it comes next, and what is said of it last
  controls = new Panel(modeler, panel, await first);
  outline(modeler, document.querySelector('#outline'), () => controls.choices);
  await renew();
}

/** Keys are heard by the drawing itself: it is what Tab leads to, under the name of its room. */
function named(around) {
  const drawing = around.querySelector('.djs-container > svg');
  ['role', 'aria-label'].forEach((name) => {
    drawing.setAttribute(name, around.getAttribute(name));
    around.removeAttribute(name);
  });
  around.removeAttribute('tabindex');
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
function player(modeler, read) {
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
    close = await simulate(stage, await read(), { x, y, width, height }, { camunda }, TEXT);
  });
}

function buttons(modeler, read) {
  const actions = {
    undo: () => modeler.get('commandStack').undo(),
    redo: () => modeler.get('commandStack').redo(),
    fit: () => whole(modeler.get('canvas')),
    closer: () => modeler.get('zoomScroll').stepZoom(1),
    further: () => modeler.get('zoomScroll').stepZoom(-1),
    // after this click has come to its end: a click anywhere closes the search
    find: () => setTimeout(() => modeler.get('searchPad').toggle()),
    map: () => modeler.get('minimap').toggle(),
    bpmn: async () => download('application/xml', 'bpmn', await read()),
    svg: async () => download('image/svg+xml', 'svg', (await modeler.saveSVG()).svg),
    png: async () => download('image/png', 'png', await png((await modeler.saveSVG()).svg)),
    grow: () => room.classList.toggle('studio--large')
  };
  room.querySelectorAll('.studio__tools [data-action]').forEach((button) =>
    button.addEventListener('click', () => actions[button.dataset.action]?.()));
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

function download(type, ending, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = `${room.dataset.process}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

begin().catch((problem) => {
  room.hidden = true;
  document.querySelector('#as-text').open = true;
  document.querySelector('#unreadable').hidden = false;
  document.querySelector('#unreadable-why').textContent = problem.message;
});
