// Several things picked one by one from a list, kept in one setting: who is asked, where a return may lead.
import { fill, make } from './words.js';

export class Picked {

  /**
   * @param root holds a list of what is picked and a select to pick one more
   * @param offered gives everything that can be picked
   * @param write keeps what is picked now
   */
  constructor(root, offered, write) {
    Object.assign(this, { root, offered, write });
    this.list = root.querySelector('ul');
    this.more = root.querySelector('select');
    this.more.addEventListener('change', () => this.more.value && this.keep([...this.picked, this.more.value]));
  }

  show(values) {
    this.picked = values;
    const choices = this.offered();
    this.list.replaceChildren(...values.map((value) => this.chip(value, choices)));
    this.list.hidden = values.length === 0;
    fill(this.more, choices.filter((one) => !values.includes(one.value)), '', this.more.dataset.empty);
  }

  chip(value, choices) {
    const text = choices.find((one) => one.value === value)?.label ?? value;
    const button = make('button', { type: 'button', textContent: '×', className: 'picked__remove',
      label: `${this.root.dataset.remove} ${text}` });
    button.addEventListener('click', () => {
      this.keep(this.picked.filter((one) => one !== value));
      this.more.focus();
    });
    return make('li', {}, text, button);
  }

  keep(values) {
    this.write([...new Set(values)]);
  }

}
