/**
 * Comforts of a form: conditional fields come and go, lists follow what they depend on, one searches while
 * typing, drafts keep themselves. Every form works without this file.
 */

const QUIET = 2500;

/**
 * The values a control has at this moment.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {string[]}
 */
function valuesOf(form, name) {
  return [ ...form.elements ]
    .filter((control) => control.name === name && !control.disabled)
    .filter((control) => (control.type !== 'radio' && control.type !== 'checkbox') || control.checked)
    .map((control) => control.value);
}

/**
 * Whether everything named has one of the values wanted. An unticked box counts as false.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, string[]>} when
 * @returns {boolean}
 */
export function holds(form, when) {
  return Object.entries(when).every(([ name, wanted ]) => {
    const values = valuesOf(form, name);
    const unticked = values.length === 0 && form.elements[name]?.type === 'checkbox';
    return unticked ? wanted.includes('false') : values.some((value) => wanted.includes(value));
  });
}

/**
 * Shows the fields whose condition holds and puts the others away; what is put away is not sent.
 *
 * @param {HTMLFormElement} form
 */
export function applyConditions(form) {
  const fields = [ ...form.querySelectorAll('[data-when]') ];
  // a field put away may be the condition of another: twice is enough for forms as people write them
  for (let round = 0; round < 2; round++) {
    for (const field of fields) {
      const within = field.parentElement.closest('[data-when][hidden]');
      const asked = !within && holds(form, JSON.parse(field.dataset.when));
      field.hidden = !asked;
      for (const control of field.querySelectorAll('input, select, textarea')) {
        control.disabled = !asked;
      }
    }
  }
  // a heading over nothing says nothing
  for (const section of form.querySelectorAll('section')) {
    const all = [ ...section.querySelectorAll('[data-when]') ];
    const always = section.querySelector('.field:not([data-when]), fieldset:not([data-when])');
    section.hidden = !always && all.length > 0 && all.every((field) => field.hidden);
  }
}

/**
 * Asks the server what can be chosen.
 *
 * @param {HTMLFormElement} form
 * @param {string} source the parameters of the question
 * @param {Record<string, string>} more
 * @returns {Promise<{ id: string, label: string, detail: string | null }[]>}
 */
async function ask(form, source, more) {
  const parameters = new URLSearchParams(source);
  Object.entries(more).forEach(([ name, value ]) => parameters.set(name, value));
  if (parameters.get('type') === 'reference') {
    for (const control of form.querySelectorAll('select[name], input:checked[name]')) {
      if (!control.name.startsWith('_') && !control.disabled && control.value && control.value.length < 100) {
        parameters.set(`data.${control.name}`, control.value);
      }
    }
  }
  const response = await fetch(`/form/options?${parameters}`, { headers: { Accept: 'application/json' } });
  return response.ok ? response.json() : [];
}

/** Lists that depend on another control are filled again when it changes: by the answer asked for last. */
function followLists(form) {
  for (const field of form.querySelectorAll('[data-list][data-depends]')) {
    const list = field.querySelector('select');
    let asked = 0;
    field.querySelector('[data-plain]')?.remove();
    form.addEventListener('change', async (event) => {
      if (event.target.name !== field.dataset.depends || !list) {
        return;
      }
      const mine = ++asked;
      const of = valuesOf(form, field.dataset.depends)[0] ?? '';
      const found = of ? await ask(form, field.dataset.list, { of }) : [];
      if (mine === asked) {
        const chosen = list.value;
        list.replaceChildren(option('', form.dataset.choose), ...found.map((one) =>
          option(one.id, one.detail ? `${one.label} · ${one.detail}` : one.label)));
        list.value = found.some((one) => one.id === chosen) ? chosen : '';
      }
    });
  }
}

function option(value, text) {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}

/** Searches while one types; the button does the same without this script. */
function searchWhileTyping(form) {
  for (const field of form.querySelectorAll('[data-search]')) {
    const input = field.querySelector('input[type="search"]');
    const place = field.querySelector('.search-found');
    let timer;
    let asked = 0;

    const search = async () => {
      const mine = ++asked;
      const of = field.dataset.depends ? valuesOf(form, field.dataset.depends)[0] ?? '' : '';
      const found = input.value.trim() ? await ask(form, field.dataset.search, { q: input.value.trim(), of }) : [];
      if (mine === asked) {
        place.replaceChildren(...(found.length || !input.value.trim() ? keepChosen(field, place, found) : [ nothing(form) ]));
      }
    };

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(search, 250);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        clearTimeout(timer);
        search();
      }
    });
  }
}

/** What is chosen stays, in front of what was found. */
function keepChosen(field, place, found) {
  const chosen = place.querySelector('input:checked')?.closest('.choice');
  const value = chosen?.querySelector('input').value;
  const choices = found.filter((one) => one.id !== value).map((one, index) => {
    const box = document.createElement('div');
    const radio = document.createElement('input');
    const label = document.createElement('label');
    box.className = 'choice';
    radio.type = 'radio';
    radio.name = field.dataset.name;
    radio.value = one.id;
    radio.id = `${field.dataset.name}-found-${index}`;
    label.htmlFor = radio.id;
    label.textContent = one.detail ? `${one.label} · ${one.detail}` : one.label;
    box.append(radio, label);
    return box;
  });
  return chosen ? [ chosen, ...choices ] : choices;
}

function nothing(form) {
  const text = document.createElement('p');
  text.className = 'hint';
  text.textContent = form.dataset.nothing;
  return text;
}

/**
 * Keeps what was typed a moment after the last change, and never twice at once. After a conflict with another
 * device it leaves keeping to the button.
 *
 * @param {HTMLFormElement} form
 * @param {number} wait milliseconds of quiet before keeping
 */
export function autosave(form, wait = QUIET) {
  const status = document.getElementById('draft-status');
  let timer;
  let last = Promise.resolve();
  let stopped = false;

  async function keep() {
    if (stopped) {
      return;
    }
    const data = new FormData(form);
    [ ...data.keys() ].filter((name) => name.startsWith('_upload.')).forEach((name) => data.delete(name));
    data.set('_action', 'autosave');
    const response = await fetch(form.action, { method: 'POST', body: data, redirect: 'manual' });
    if (response.status !== 200 && response.status !== 409) {
      throw new Error(`answered ${response.status}`);
    }
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    status.replaceChildren(...answer.body.childNodes);
    if (response.status === 409) {
      stopped = true;
      return;
    }
    form.elements._draft.value = document.getElementById('draft-version').dataset.version;
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(keep).catch(() => {
        status.textContent = form.dataset.autosaveFailed;
      });
    }, wait);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => {
    stopped = true;
    clearTimeout(timer);
  });
}

/** A common phrase goes to where one wrote last, else into the comment. */
function phrases(form) {
  let place = form.querySelector('textarea[name="_comment"]') ?? form.querySelector('textarea');
  form.addEventListener('focusin', (event) => {
    place = event.target.localName === 'textarea' ? event.target : place;
  });
  form.addEventListener('click', ({ target }) => {
    const to = place?.disabled ? form.querySelector('textarea:enabled') : place;
    if (to && target.matches('[data-phrase]')) {
      to.setRangeText(target.textContent, to.selectionStart, to.selectionEnd, 'end');
      to.dispatchEvent(new Event('input', { bubbles: true }));
      to.focus();
    }
  });
}

const form = typeof document === 'undefined' ? null : document.getElementById('main-form');
if (form) {
  applyConditions(form);
  form.addEventListener('change', () => applyConditions(form));
  followLists(form);
  searchWhileTyping(form);
  phrases(form);
  document.documentElement.classList.add('scripted');
  if ('autosave' in form.dataset && document.getElementById('draft-status')) {
    autosave(form);
  }
}
