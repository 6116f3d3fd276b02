// Two pictures side by side: both begin at the first difference, and move together.

const views = [...document.querySelectorAll('.side-by-side .diagram')];

const MARKED = '.bpmn-added, .bpmn-removed, .bpmn-changed';

function begin() {
  const places = views.map((view) => {
    const first = [...view.querySelectorAll(MARKED)]
      .map((one) => one.getBoundingClientRect())
      .sort((one, other) => one.left - other.left)[0];
    const frame = view.getBoundingClientRect();
    return first && { left: first.left - frame.left - frame.width / 3, top: first.top - frame.top - frame.height / 3 };
  });
  views.forEach((view, at) => view.scrollTo(places[at] ?? places.find(Boolean) ?? { left: 0, top: 0 }));
}

let leading;

views.forEach((view) => {
  ['pointerenter', 'focusin', 'wheel', 'keydown'].forEach((kind) =>
    view.addEventListener(kind, () => { leading = view; }, { passive: true }));
  view.addEventListener('scroll', () => {
    if (view === leading) {
      views.filter((other) => other !== view)
        .forEach((other) => other.scrollTo({ left: view.scrollLeft, top: view.scrollTop }));
    }
  });
});

begin();
