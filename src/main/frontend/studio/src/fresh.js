// What the server says of a draft below the drawing (files, comparison) was written when the
// page was fetched: it is fetched again when somebody looks at it after something was kept.

export function fresh(part) {
  let stale = false;
  let seen = false;

  async function renew() {
    if (!stale || !seen) {
      return;
    }
    stale = false;
    part.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.getElementById(part.id);
      if (answer.ok && now) {
        const coupling = now.querySelector('script[src]')?.src;
        part.replaceChildren(...now.childNodes);
        if (coupling) {
          (await import(coupling)).compare();
        }
      }
    }
    catch {
      stale = true;
    }
    part.removeAttribute('aria-busy');
  }

  new IntersectionObserver(([{ isIntersecting }]) => {
    seen = isIntersecting;
    renew();
  }).observe(part);

  return () => {
    stale = true;
    renew();
  };
}
