// What the server says of a draft (check, files, comparison) has an address of its own. It is put
// into the page once the drawing stands, and again when somebody looks at it after something was kept.

export function fresh(part, show) {
  let old = false;
  let seen = false;

  async function renew() {
    old = false;
    part.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(part.dataset.review, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById(part.id);
      if (answer.ok && now) {
        const coupling = now.querySelector('script[src]')?.src;
        part.replaceChildren(...now.childNodes);
        document.querySelectorAll('.later').forEach((link) => link.remove());
        // what was kept meanwhile has been checked meanwhile, and is shown already
        if (!old) {
          show(JSON.parse(page.getElementById('problems').dataset.found));
        }
        if (coupling) {
          (await import(coupling)).compare();
        }
      }
    }
    catch {
      old = true;
    }
    part.removeAttribute('aria-busy');
  }

  new IntersectionObserver(([{ isIntersecting }]) => {
    seen = isIntersecting;
    if (old && seen) {
      renew();
    }
  }).observe(part);

  return {
    renew,
    stale() {
      old = true;
      if (seen) {
        renew();
      }
    }
  };
}
