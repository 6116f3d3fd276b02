/**
 * A list that keeps itself up to date. One tab of the browser listens and tells the others; what is marked and
 * where one is stays. Without this file the list is as of when it was opened.
 */

const NAME = 'gongjian-inbox';

/**
 * Puts the rows of a newer page in the place of those shown.
 *
 * @param {Document} page the page shown
 * @param {Document} newer the same page, asked for again
 */
export function renew(page, newer) {
  const list = page.getElementById('work');
  const fresh = newer.getElementById('work');
  if (!list || !fresh || list.innerHTML === fresh.innerHTML) {
    return;
  }
  const marked = [ ...list.querySelectorAll('input[name="ids"]:checked') ].map((box) => box.value);
  const places = (of) => [ ...of.querySelectorAll('[data-row], input[name="ids"]') ];
  const at = places(list).indexOf(page.activeElement);
  const here = list.contains(page.activeElement) ? page.activeElement.dataset.row ?? page.activeElement.value : null;
  list.replaceChildren(...fresh.childNodes);
  for (const box of list.querySelectorAll('input[name="ids"]')) {
    box.checked = marked.includes(box.value);
  }
  if (here) {
    const kind = at < 0 ? null : places(list).filter((one) => 'row' in one.dataset);
    (places(list).find((one) => (one.dataset.row ?? one.value) === here)
      ?? kind?.[Math.min(Math.floor(at / 2), kind.length - 1)])?.focus({ preventScroll: true });
  }
  const count = newer.querySelector('h1 .count');
  page.querySelector('h1 .count').textContent = count.textContent;
  page.title = newer.title;
}

let waiting;

async function look() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (response.ok && !response.redirected) {
    renew(document, new DOMParser().parseFromString(await response.text(), 'text/html'));
  }
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => look().catch(() => {}), 150);
}

/** Listens as long as somebody is there: a page left alone does not keep its session alive. */
function listen(tell) {
  let active = true;
  const source = () => {
    const events = new EventSource('/inbox/live');
    events.addEventListener('changed', tell);
    events.onerror = () => {
      events.close();
      setTimeout(again, 3000);
    };
  };
  const again = () => {
    if (active) {
      active = false;
      source();
      tell();
    }
    else {
      document.addEventListener('pointerdown', wake, { once: true });
      document.addEventListener('keydown', wake, { once: true });
    }
  };
  const wake = () => {
    active = true;
    again();
  };
  for (const sign of [ 'pointerdown', 'keydown', 'visibilitychange' ]) {
    document.addEventListener(sign, () => {
      active = true;
    });
  }
  active = false;
  source();
}

if (typeof document !== 'undefined' && document.querySelector('[data-live]')) {
  const others = new BroadcastChannel(NAME);
  others.onmessage = soon;
  const tell = () => {
    soon();
    others.postMessage('changed');
  };
  if (navigator.locks) {
    navigator.locks.request(NAME, () => new Promise(() => listen(tell)));
  }
  else {
    listen(tell);
  }
}
