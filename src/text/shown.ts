/** Control characters; and those that are not seen and turn the direction of what follows, or break the line. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A value of a file as it can be shown on one line: characters that would not be seen become signs for them, `␉` or `‹U+202E›`. */
export function visible(value: string): string {
  return value.replaceAll(unseen, (sign) => {
    const code = sign.codePointAt(0)!;
    if (code === 0x7f) return '\u2421';
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** The beginning of a value that is longer than so many characters. */
export function cut(value: string, most: number): string {
  const characters = [...value.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : value;
}

/** Words that no line is to end within. */
export function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** Characters of a name that a sentence can hold. */
const mostInSentence = 80;

/** A name that a file has or gives, as it can stand in a sentence. */
export function named(name: string): string {
  return cut(visible(name), mostInSentence);
}
