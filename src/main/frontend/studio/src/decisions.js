// What can be decided at a step: which decision is a yes, which one ends it at once, and their order.
import { make } from './words.js';

export class DecisionTable {

  constructor(root, settings, offered) {
    Object.assign(this, { root, settings, offered });
    this.body = root.querySelector('tbody');
  }

  show(element) {
    this.element = element;
    const bo = element.businessObject;
    const known = this.offered(bo.id);
    const words = (name) => (this.settings.get(bo, name) ?? '').split(',').map((one) => one.trim()).filter(Boolean);
    const [order, pass, stop] = ['order', 'pass', 'stop'].map(words);
    const codes = [...new Set([...order, ...known.map((one) => one.value), ...pass, ...stop])];
    this.state = { codes, pass, stop };
    this.root.hidden = codes.length === 0;
    this.body.replaceChildren(...codes.map((code, at) =>
      this.row(code, at, known.find((one) => one.value === code)?.label ?? code)));
  }

  row(code, at, text) {
    const { pass, stop, codes } = this.state;
    const { yes, ends, up } = this.root.dataset;
    const up1 = make('button', { type: 'button', textContent: '↑', className: 'button button--small button--quiet',
      label: `${text}: ${up}` });
    up1.addEventListener('click', () => {
      codes.splice(at - 1, 0, codes.splice(at, 1)[0]);
      this.keep();
    });
    return make('tr', {}, make('th', { scope: 'row', textContent: text }),
      make('td', {}, this.mark(pass, code, `${text}: ${yes}`)),
      make('td', {}, this.mark(stop, code, `${text}: ${ends}`)), make('td', {}, at > 0 ? up1 : ''));
  }

  mark(list, code, label) {
    const box = make('input', { type: 'checkbox', checked: list.includes(code), label });
    box.addEventListener('change', () => {
      if (box.checked) {
        list.push(code);
      }
      else {
        list.splice(list.indexOf(code), 1);
      }
      this.keep();
    });
    return box;
  }

  keep() {
    const { codes, pass, stop } = this.state;
    const inOrder = (list) => codes.filter((code) => list.includes(code)).join(',');
    this.settings.set(this.element, { order: codes.join(','), pass: inOrder(pass), stop: inOrder(stop) });
  }

}
