// When a way is taken: one or more comparisons, picked. What was written otherwise is shown as it is.
import { fill, make } from './words.js';

const ONE = /^(?:(not )?(\w+)|(\w+)\s*(==|!=|>=|<=|>|<)\s*(?:'([^']*)'|(-?[\d.]+|true|false|param_\w+)))$/;

const LITERAL = /^(-?\d+(\.\d+)?|true|false|param_\w+)$/;

/** The comparisons of an expression, or nothing when it says something else. */
export function parsed(expression) {
  const body = /^\$\{\s*(.*?)\s*\}$/s.exec(expression ?? '')?.[1];
  if (!body) {
    return expression ? undefined : { join: 'and', all: [] };
  }
  const join = /\s(or|\|\|)\s/.test(body) ? 'or' : 'and';
  const pieces = body.split(join === 'or' ? /\s+(?:or|\|\|)\s+/ : /\s+(?:and|&&)\s+/);
  const all = pieces.map((piece) => {
    const found = ONE.exec(piece.trim());
    return found && (found[2] ? { field: found[2], operator: '==', value: found[1] ? 'false' : 'true' }
      : { field: found[3], operator: found[4], value: found[5] ?? found[6], text: found[5] !== undefined });
  });
  return all.every(Boolean) ? { join, all } : undefined;
}

function written({ field, operator, value }, fact) {
  const plain = fact?.kind !== 'choice' && LITERAL.test(value);
  return `${field} ${operator} ${plain ? value : `'${value.replaceAll("'", '')}'`}`;
}

export class Conditions {

  constructor(root, { facts = [], operators = {} }, write) {
    Object.assign(this, { root, facts, operators, write });
    this.rows = root.querySelector('[data-rows]');
    this.join = root.querySelector('[data-join]');
    this.join.addEventListener('change', () => this.keep());
    root.querySelector('[data-more]').addEventListener('click', () => {
      this.state.all.push({ field: '', operator: '==', value: '' });
      this.draw();
      this.rows.lastElementChild.querySelector('select').focus();
    });
  }

  show(expression) {
    const found = parsed(expression);
    this.root.querySelector('[data-other]').hidden = found !== undefined;
    if (this.pending(found)) {
      return;
    }
    this.state = found ?? { join: 'and', all: [] };
    if (this.state.all.length === 0) {
      this.state.all.push({ field: '', operator: '==', value: '' });
    }
    this.draw();
  }

  /** A row that is only half said stays, while what is said already is kept. */
  pending(found) {
    const said = this.state?.all.filter(complete) ?? [];
    return this.own && found && JSON.stringify(found.all.map(plain)) === JSON.stringify(said.map(plain));
  }

  draw() {
    this.rows.replaceChildren(...this.state.all.map((one, at) => this.row(one, at)));
    this.join.value = this.state.join;
    this.join.closest('.field').hidden = this.state.all.length < 2;
  }

  row(one, at) {
    const { field, operator, value, remove } = this.root.dataset;
    const fact = this.facts.find(({ name }) => name === one.field);
    const which = make('select', { label: field });
    fill(which, this.facts.map(({ name, label }) => ({ value: name, label: label === name ? name : `${label} (${name})` })),
      one.field, this.root.dataset.choose);
    const how = make('select', { label: operator });
    how.append(...Object.entries(this.operators).filter(([sign]) => !fact || fact.kind === 'value' || !/[<>]/.test(sign))
      .map(([sign, textContent]) => make('option', { value: sign, textContent })));
    how.value = one.operator;
    const what = this.value(fact, one, value);
    const gone = make('button', { type: 'button', textContent: '×', className: 'picked__remove', label: remove });
    which.addEventListener('change', () => {
      Object.assign(one, { field: which.value, value: '', operator: '==' });
      this.draw();
      this.rows.children[at].querySelectorAll('select, input')[1].focus();
    });
    how.addEventListener('change', () => { one.operator = how.value; this.keep(); });
    what.addEventListener('change', () => { one.value = what.value.trim(); this.keep(); });
    gone.addEventListener('click', () => { this.state.all.splice(at, 1); this.keep(); });
    return make('div', { className: 'condition' }, which, how, what, gone);
  }

  value(fact, one, label) {
    if (!fact || fact.kind === 'value') {
      const input = make('input', { type: 'text', maxLength: 100, value: one.value ?? '', label });
      input.setAttribute('list', 'amounts');
      return input;
    }
    const { yes, no, choose } = this.root.dataset;
    const select = make('select', { label });
    fill(select, fact.kind === 'boolean' ? [{ value: 'true', label: yes }, { value: 'false', label: no }] : fact.values,
      one.value, choose);
    return select;
  }

  keep() {
    this.state.join = this.join.value || 'and';
    this.own = true;
    const said = this.state.all.filter(complete)
      .map((one) => written(one, this.facts.find(({ name }) => name === one.field)));
    this.write(said.length > 0 ? `\${${said.join(` ${this.state.join} `)}}` : undefined);
    this.own = false;
    this.draw();
  }

}

const complete = ({ field, value }) => field && value !== '' && value !== undefined;

const plain = ({ field, operator, value }) => [field, operator, value];
