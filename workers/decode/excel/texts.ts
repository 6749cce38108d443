/** A character as its four hexadecimal digits (`ST_Xstring`, ECMA-376, part 1, 22.9.2.19): XML cannot hold all that a cell can. */
const escape = /_x([\da-f]{4})_/gi;

/** The text that a string of the format means: `_x000D_` is a carriage return, `_x005F_x000D_` the seven characters. */
export function meantText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(escape, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/**
 * Gathers the text of a string item or of a cell's own string (`CT_Rst`, ECMA-376, part 1, 18.4.8): the runs of rich text, one after the
 * other, without the phonetic ones, which say how it is pronounced.
 */
export class StringItem {
  #text = '';
  #phonetic = 0;
  #isInText = false;

  get wantsText(): boolean {
    return this.#isInText && this.#phonetic === 0;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++;
    if (name === 't') this.#isInText = true;
  }

  add(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--;
    if (name === 't') this.#isInText = false;
  }

  /** The text, which is let go of. */
  take(): string {
    const text = meantText(this.#text);
    this.#text = '';
    return text;
  }

  get length(): number {
    return this.#text.length;
  }
}
