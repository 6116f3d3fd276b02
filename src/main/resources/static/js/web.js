/** Small comforts of every page; nothing here is needed for anything to work. */

/** Menus close when one clicks elsewhere or presses Escape. */
const menus = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('click', (event) => {
  menus().forEach((menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') {
    return;
  }
  menus().forEach((menu) => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

/** After a refused form the reader lands on what is wrong. */
document.querySelector('.error-summary')?.focus();

/** A form is sent once, however often its button is pressed. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 3000);
});

window.addEventListener('pageshow', () => {
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
});

/** A page that shows work going on looks again until it is over; where one is on it stays meanwhile. */
async function lookAgain(shown) {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const now = page.querySelector('[data-reload="1"]');
  if (!response.ok || response.redirected || !now) {
    location.reload();
    return;
  }
  shown.replaceChildren(...now.childNodes);
  soonAgain(shown);
}

function soonAgain(shown) {
  setTimeout(() => lookAgain(shown).catch(() => soonAgain(shown)), 1500);
}

const going = document.querySelector('[data-reload="1"]');
if (going) {
  soonAgain(going);
}

/** What is long and seldom wanted is asked for when its part is opened: from where, and what it fills. */
document.addEventListener('toggle', async ({ target }) => {
  const into = target.open && target.dataset.from && document.getElementById(target.dataset.fill);
  if (into && !into.childElementCount) {
    const response = await fetch(target.dataset.from, { headers: { Accept: 'text/html' } });
    if (response.ok && !response.redirected) {
      into.innerHTML = await response.text();
    }
  }
}, true);

/** Where Enter has no meaning of its own it does not send what is half filled in. */
document.addEventListener('keydown', (event) => {
  const form = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target.form;
  if (form && form.matches('[data-autosave]:not(:has([name="_default"]))')
      && event.target.matches('input:not([type="search"], [type="submit"], [type="file"])')) {
    event.preventDefault();
  }
});

/** The seconds in which something can be undone pass; then it is not offered any more. */
for (const left of document.querySelectorAll('[data-seconds]')) {
  const count = setInterval(() => {
    const seconds = Number(/\d+/.exec(left.textContent)?.[0] ?? 1) - 1;
    left.textContent = left.textContent.replace(/\d+/, seconds);
    if (seconds < 1) {
      clearInterval(count);
      const form = left.closest('form');
      if (form.contains(document.activeElement)) {
        document.getElementById('main').focus();
      }
      form.remove();
    }
  }, 1000);
}

/** User names that fit what is typed are offered; any other can be typed. */
for (const input of document.querySelectorAll('input[data-suggest]')) {
  let timer;
  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    const typed = input.value.trim();
    if (typed && !event.isComposing) {
      timer = setTimeout(() => suggest(input, typed).catch(() => {}), 200);
    }
  });
  input.addEventListener('compositionend', () => input.dispatchEvent(new Event('input')));
}

async function suggest(input, typed) {
  const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { headers: { Accept: 'text/html' } });
  if (response.ok && !response.redirected && input.value.trim() === typed) {
    input.list.innerHTML = await response.text();
  }
}
