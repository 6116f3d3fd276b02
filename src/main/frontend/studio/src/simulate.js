// Tokens walk through the drawing as it is now: a play on paper, nothing of it is kept.
import Viewer from 'bpmn-js/lib/NavigatedViewer';
import { labels } from './labels.js';
import { readable } from './view.js';
import simulation from 'bpmn-js-token-simulation/lib/viewer';

const CHINESE = {
  'Token Simulation': '令牌模拟',
  'Toggle Simulation Log': '显示或隐藏模拟日志',
  'Simulation Log': '模拟日志',
  'Reset Simulation': '重新模拟',
  'Play/Pause Simulation': '播放或暂停',
  'Pause Simulation': '暂停模拟',
  'Play Simulation': '继续模拟',
  'Found unsupported elements': '有不支持模拟的元素',
  'Not supported': '不支持',
  'Set Sequence Flow': '选择去向',
  'Trigger Event': '触发',
  'Add pause point': '在此暂停',
  'Remove pause point': '不再暂停',
  'Set animation speed = Slow': '慢速',
  'Set animation speed = Normal': '正常速度',
  'Set animation speed = Fast': '快速',
  'No Entries': '暂无记录',
  Finished: '已结束'
};

/** The library speaks English only; what it puts on the page is said again. */
function inChinese(root) {
  const say = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = CHINESE[node.data.trim()];
      if (words) {
        node.data = words;
      }
      return;
    }
    const title = node.getAttribute?.('title');
    if (CHINESE[title]) {
      node.setAttribute('title', CHINESE[title]);
    }
    node.childNodes.forEach(say);
  };
  say(root);
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(say)))
    .observe(root, { childList: true, subtree: true });
}

/** Shows the simulation in a room of its own; gives back how to close it. */
export async function simulate(container, xml, viewbox, moddleExtensions, textRenderer) {
  const viewer = new Viewer({ container, additionalModules: [simulation, labels], moddleExtensions, textRenderer });
  if (document.documentElement.lang.startsWith('zh')) {
    inChinese(container);
  }
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  canvas.viewbox(viewbox);
  // from far away the library hides what one begins with
  if (canvas.zoom() < 0.5) {
    readable(canvas);
  }
  viewer.get('toggleMode').toggleMode(true);
  return () => viewer.destroy();
}
