// Two pictures side by side: both begin at the first difference, and move together.

const MARKED = '.bpmn-added, .bpmn-removed, .bpmn-changed';

function begin(views) {
  const places = views.map((view) => {
    const first = [...view.querySelectorAll(MARKED)]
      .map((one) => one.getBoundingClientRect())
      .sort((one, other) => one.left - other.left)[0];
    const frame = view.getBoundingClientRect();
    return first && { left: first.left - frame.left - frame.width / 3, top: first.top - frame.top - frame.height / 3 };
  });
  views.forEach((view, at) => view.scrollTo(places[at] ?? places.find(Boolean) ?? { left: 0, top: 0 }));
}

/** Couples the pictures that are on the page now and are not coupled yet. */
export function compare() {
  const views = [...document.querySelectorAll('.side-by-side .diagram:not([data-coupled])')];
  let leading;
  views.forEach((view) => {
    view.dataset.coupled = '';
    ['pointerenter', 'focusin', 'wheel', 'keydown'].forEach((kind) =>
      view.addEventListener(kind, () => { leading = view; }, { passive: true }));
    view.addEventListener('scroll', () => {
      if (view === leading) {
        views.filter((other) => other !== view)
          .forEach((other) => other.scrollTo({ left: view.scrollLeft, top: view.scrollTop }));
      }
    });
  });
  begin(views);
}

compare();
