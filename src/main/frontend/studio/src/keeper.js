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
      if (answer.ok) {
        version.value = found.version;
        dirty = turn !== kept;
        show(found.problems);
        status.textContent = status.dataset.saved;
        keptOnce();
      }
      else {
        lost = answer.status === 409;
        status.textContent = found.message ?? status.dataset.failed;
        show(found.problems ?? []);
      }
    }
    catch {
      status.textContent = status.dataset.failed;
      timer = setTimeout(() => { running = running.then(keep); }, 10 * PAUSE);
    }
  }

  modeler.on('commandStack.changed', () => {
    dirty = true;
    turn += 1;
    status.textContent = status.dataset.changed;
    clearTimeout(timer);
    timer = setTimeout(() => { running = running.then(keep); }, PAUSE);
  });

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
