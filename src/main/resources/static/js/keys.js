/**
 * Keys for those who decide much. Silent while one types, while an input method composes, and when switched off in
 * the preferences (then this file is not even loaded).
 */

const sheet = document.getElementById('keys');

const LAST = 'gongjian-row';

const rows = () => [ ...document.querySelectorAll('main [data-row]') ];

/** The row one is at; coming back from a task, the one it was opened from. */
function here(all) {
  const at = all.findIndex((row) => row === document.activeElement || row.closest('li')?.contains(document.activeElement));
  return at < 0 ? all.findIndex((row) => row.dataset.row === sessionStorage.getItem(LAST)) : at;
}

function step(by) {
  const all = rows();
  const at = here(all);
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function decide(number) {
  const choices = [ ...document.querySelectorAll('#main-form [name="_decision"], #bulk-form [name="decision"]') ];
  const choice = choices[number];
  if (choice) {
    choice.checked = true;
    choice.focus();
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function comment() {
  const places = [ '#main-form textarea[name="_comment"]', '#main-form textarea', '#bulk-form textarea' ];
  places.map((place) => document.querySelector(place)).find((place) => place)?.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => rows()[here(rows())]?.click(),
  x: () => document.activeElement?.closest('li')?.querySelector('input[name="ids"]')?.click(),
  d: () => decide(0),
  a: () => document.querySelector('#main-form [name="_coiDeclared"]')?.click(),
  c: comment,
  n: () => document.querySelector('main [data-next]')?.click(),
  b: () => document.querySelector('#bulk button')?.click(),
  r: () => document.querySelector('main a[data-return]')?.click(),
  s: () => document.querySelector('a[href="/new"]')?.click(),
  z: () => document.querySelector('main [data-undo]')?.click(),
  u: () => document.querySelector('main a.back')?.click(),
  '/': () => document.getElementById('text')?.focus(),
  '?': () => sheet?.showModal(),
};

/** Whether a key belongs to what one types into. */
function typing(target) {
  return target.closest?.('input:not([type="checkbox"], [type="radio"], [type="submit"]), textarea, select, [contenteditable], dialog');
}

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.keyCode === 229) {
    return;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    document.querySelector('#main-form button[value="submit"], #bulk-form button[value="send"]')?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) {
    return;
  }
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
  const action = digit >= 0 ? () => decide(digit) : Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
  if (action) {
    event.preventDefault();
    action();
  }
});

document.addEventListener('click', ({ target }) => {
  const row = target.closest('[data-row]');
  if (row) {
    sessionStorage.setItem(LAST, row.dataset.row);
  }
});

for (const button of document.querySelectorAll('[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', () => sheet.showModal());
}
