import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import './editor.css';
import chinese from './zh-CN.json';
import { atOnce } from './at-once.js';
import { labels } from './labels.js';
import { nodes } from './nodes.js';
import { problems } from './problems.js';
import { keeper } from './keeper.js';
import { fresh } from './fresh.js';
import { explicit } from './explicit.js';
import { undrawn } from './undrawn.js';
import { readable } from './view.js';

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
  const modeler = new Modeler({
    container: document.querySelector('#canvas'),
    moddleExtensions: { camunda },
    additionalModules: [translating(), atOnce, nodes, labels, explicit, undrawn],
    textRenderer: TEXT,
    disableAdjustOrigin: true
  });
  // files that call the engine's namespace by its old name would lose their settings
  await modeler.importXML(source.value.replaceAll('http://activiti.org/bpmn', 'http://camunda.org/schema/1.0/bpmn'));
  named(document.querySelector('#canvas'));
  readable(modeler.get('canvas'));
  const read = async () => (await modeler.saveXML({ format: true })).xml;
  const show = problems(modeler, document.querySelector('#problems'));
  const { renew, stale } = fresh(document.querySelector('#after-drawing'), show);
  const choices = () => offered(panel.dataset.choices).catch(() => ({}));
  let controls;
  keeper(modeler, form, source, read, show, async () => {
    stale();
    controls?.offer(await choices());
  });
  performance.mark('ready');
  // one can draw now; what helps with it comes next, and what is said of it last
  const first = choices();
  const { Panel, outline, tools } = await import(room.dataset.helpers);
  tools(modeler, { form, source, room, read, viewing: [{ camunda }, TEXT] });
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

begin().catch((problem) => {
  room.hidden = true;
  document.querySelector('#as-text').open = true;
  document.querySelector('#unreadable').hidden = false;
  document.querySelector('#unreadable-why').textContent = problem.message;
});
