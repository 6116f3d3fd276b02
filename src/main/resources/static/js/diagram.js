/**
 * The picture of a process is read at its own size: it opens where the case is or most wait, and a button shows the whole of it.
 * Without this file it opens at its beginning, and one scrolls.
 */

// where a case is; where many wait, those that wait longest first; what a case passed; where a process begins
const MARKS = [ '.bpmn-current', '.bpmn-heat-3', '.bpmn-heat-2', '.bpmn-heat-1', '.bpmn-passed', '.bpmn-event' ];

/** Brings the place where the case is into the middle; of what was passed the last. */
function open(view) {
  const kind = MARKS.find((mark) => view.querySelector(mark));
  const marked = [ ...view.querySelectorAll(kind ?? 'svg') ].map((one) => one.getBoundingClientRect());
  marked.sort((one, other) => one.left - other.left);
  const here = kind === '.bpmn-passed' ? marked.at(-1) : marked[0];
  const frame = view.getBoundingClientRect();
  view.scrollTo({
    left: view.scrollLeft + here.left - frame.left - (frame.width - here.width) / 2,
    top: view.scrollTop + here.top - frame.top - (frame.height - here.height) / 2,
  });
}

for (const button of document.querySelectorAll('[data-whole]')) {
  const view = document.getElementById(button.getAttribute('aria-controls'));
  open(view);
  button.hidden = false;
  button.addEventListener('click', () => {
    const whole = view.classList.toggle('diagram--whole');
    button.setAttribute('aria-pressed', whole);
    open(view);
  });
}
