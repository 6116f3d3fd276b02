// Small helpers for building controls: no markup in strings, so nothing has to be escaped.

export function make(tag, properties = {}, ...inside) {
  const { label, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  if (label) {
    made.setAttribute('aria-label', label);
  }
  made.append(...inside);
  return made;
}

/** The options of a list, under the headings they name. */
export function options(choices, empty) {
  const groups = new Map();
  choices.forEach((one) => groups.set(one.group ?? '', [...(groups.get(one.group ?? '') ?? []), one]));
  const option = ({ value, label }) => make('option', { value, textContent: label });
  return [make('option', { value: '', textContent: empty }), ...[...groups].flatMap(([heading, ones]) => {
    if (!heading) {
      return ones.map(option);
    }
    const group = make('optgroup', {}, ...ones.map(option));
    group.label = heading;
    return [group];
  })];
}

/** A list with what is chosen in it, also when it is none of those offered. */
export function fill(select, choices, value, empty = '') {
  const known = !value || choices.some((one) => one.value === value);
  select.replaceChildren(...options(known ? choices : [...choices, { value, label: value }], empty));
  select.value = value ?? '';
}

/** A name in both languages, as the house writes it. */
export function joined(english, chinese) {
  return [english, chinese].filter(Boolean).join(' ');
}

/** The name under which an element keeps something. */
export function camel(id) {
  return id.replace(/[^A-Za-z0-9]+(.)?/g, (all, letter) => (letter ?? '').toUpperCase()).replace(/^[A-Z]/, (first) => first.toLowerCase());
}

/** What stands in a list with commas. */
export function listed(text) {
  return (text ?? '').split(',').map((one) => one.trim()).filter(Boolean);
}
