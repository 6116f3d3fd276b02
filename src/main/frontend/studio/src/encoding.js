// The text of a file in the encoding it is written in; from here on it is UTF-8.

const MARKS = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];
const DECLARED = /^[^<]*<\?xml[^>]*encoding=["']([\w.:-]+)["']/;

function encoding(bytes) {
  const mark = MARKS.find(([first]) => first.every((byte, place) => bytes[place] === byte));
  if (mark) {
    return mark[1];
  }
  // without a mark every other byte of UTF-16 is nothing as long as it speaks English
  if (bytes[0] === 0x3c && bytes[1] === 0) {
    return 'utf-16le';
  }
  if (bytes[0] === 0 && bytes[1] === 0x3c) {
    return 'utf-16be';
  }
  return DECLARED.exec(new TextDecoder('latin1').decode(bytes.slice(0, 200)))?.[1] ?? 'utf-8';
}

/** Throws a RangeError for an encoding nobody knows, a TypeError for bytes it does not have. */
export function decoded(buffer) {
  const bytes = new Uint8Array(buffer);
  const text = new TextDecoder(encoding(bytes), { fatal: true }).decode(bytes);
  return text.replace(/(^[^<]*<\?xml[^>]*encoding=["'])[\w.:-]+/, '$1UTF-8');
}
