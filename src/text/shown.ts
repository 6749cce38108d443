/** A value of a file as it can be shown on one line: line breaks and other control characters become signs for them. */
export function visible(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replaceAll(/[\u0000-\u001f\u007f]/g, (sign) =>
    sign === '\u007f' ? '\u2421' : String.fromCodePoint(0x2400 + sign.codePointAt(0)!),
  );
}

/** The beginning of a value that is longer than so many characters. */
export function cut(value: string, most: number): string {
  const characters = [...value.slice(0, 2 * most + 2)];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : value;
}
