/**
 * Keys for those who decide much. Silent while one types, while an input method composes, and when switched off in
 * the preferences (then this file is not even loaded).
 */

const sheet = document.getElementById('keys');

const rows = () => [ ...document.querySelectorAll('main [data-row]') ];

function step(by) {
  const all = rows();
  const at = all.indexOf(document.activeElement);
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function decide(number) {
  const choices = [ ...document.querySelectorAll('#main-form [name="_decision"]') ];
  const choice = choices[number];
  if (choice) {
    choice.checked = true;
    choice.focus();
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function comment() {
  document.querySelector('#main-form textarea[name="_comment"], #main-form textarea')?.focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => document.activeElement?.matches('[data-row]') && document.activeElement.click(),
  x: () => document.activeElement?.closest('li')?.querySelector('input[name="ids"]')?.click(),
  d: () => decide(0),
  a: () => document.querySelector('#main-form [name="_coiDeclared"]')?.click(),
  c: comment,
  n: () => document.querySelector('main [data-next]')?.click(),
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
    document.querySelector('#main-form button[value="submit"]')?.click();
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

for (const button of document.querySelectorAll('[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', () => sheet.showModal());
}
