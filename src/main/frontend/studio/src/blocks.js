// What a step can be, ready to be picked.

/** The building blocks that ask people: what each settles, so that nobody types it. */
export const BLOCKS = {
  one: { rule: '', pass: '', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  both: { rule: 'all', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: 'REJECT', review: 'true' },
  any: { rule: 'any', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  most: { rule: 'ratio:51', pass: 'APPROVE', order: 'REJECT,APPROVE', stop: '', review: 'true' },
  work: { rule: '', pass: '', order: '', stop: '', review: '' }
};

/** Settings that are on unless something else is said. */
export const OFF = { bulk: 'false', recall: 'false' };
