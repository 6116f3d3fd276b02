// Keeps the draft on the server while one draws, and shows what the check says of it.

const PAUSE = 1500;

export function keeper(modeler, form, source, read, show, keptOnce) {
  const status = document.querySelector('#keeping');
  const version = form.querySelector('[name=version]');
  let timer;
  let running = Promise.resolve();
  let dirty = false;
  let turn = 0;
  let lost = false;

  async function keep() {
    clearTimeout(timer);
    if (!dirty || lost) {
      return;
    }
    const kept = ++turn;
    source.value = await read();
    status.textContent = status.dataset.saving;
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      const found = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
      if (answer.ok && found.version !== undefined) {
        version.value = found.version;
        dirty = turn !== kept;
        show(found.problems);
        status.textContent = status.dataset.saved;
        keptOnce();
      }
      else {
        lost = answer.status === 409;
        // signed out meanwhile: sending the form leads to signing in, and back with what was drawn
        const ended = answer.redirected || answer.status === 403;
        status.textContent = found.message ?? status.dataset[ended ? 'ended' : 'failed'];
        found.problems && show(found.problems);
        if (!ended && !found.message) {
          soon(10 * PAUSE);
        }
      }
    }
    catch {
      status.textContent = status.dataset.failed;
      soon(10 * PAUSE);
    }
  }

  function soon(pause) {
    clearTimeout(timer);
    timer = setTimeout(() => { running = running.then(keep); }, pause);
  }

  function changed() {
    dirty = true;
    turn += 1;
    status.textContent = status.dataset.changed;
    soon(PAUSE);
  }

  modeler.on('commandStack.changed', changed);
  // what was drawn when a session ended is here again and not kept yet
  if (status.dataset.typed) {
    changed();
  }

  let ready = false;
  form.addEventListener('submit', (event) => {
    if (ready || document.querySelector('#import').value) {
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    running = running.then(async () => {
      source.value = await read();
      // a form ignores a second sending while it still fires the events of the first
      await new Promise((resume) => setTimeout(resume));
      ready = true;
      dirty = false;
      delete form.dataset.sent;
      form.requestSubmit(submitter);
    });
  }, true);

  window.addEventListener('beforeunload', (event) => {
    if (dirty && !ready) {
      event.preventDefault();
    }
  });
}
