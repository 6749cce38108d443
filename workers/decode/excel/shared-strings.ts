import { checkLimit } from './limits.ts';
import type { OfficePackage } from './package.ts';
import { StringItem } from './texts.ts';
import { XmlReader } from './xml.ts';

/** Texts that are kept in one string: a string each would take as much memory again for itself. */
const textsTogether = 1024;

/** The texts that the cells of a workbook share, by their index (ECMA-376, part 1, 18.4.9). */
export class SharedStrings {
  #ends = new Uint32Array(textsTogether);
  readonly #blocks: string[] = [];
  #block: string[] = [];
  #blockLength = 0;
  #count = 0;

  /** @throws EngineError `workbook-too-large`, `file-damaged` */
  static async of(book: OfficePackage, part: string, file: string): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const item = new StringItem();
    const reader = new XmlReader(file, {
      get wantsText() {
        return item.wantsText;
      },
      open: (name) => {
        item.open(name);
        return false;
      },
      attribute: () => undefined,
      opened: () => undefined,
      text: (text) => {
        item.add(text);
        checkLimit(file, 'cellCharacters', item.length);
      },
      close: (name) => {
        item.close(name);
        if (name !== 'si') return;
        strings.#add(item.take());
        checkLimit(file, 'texts', strings.#count);
      },
    });
    for await (const chunk of book.textOf(part)) reader.write(chunk);
    reader.end();
    strings.#endBlock();
    return strings;
  }

  /** The text at an index; undefined where there is none. */
  at(index: number): string | undefined {
    if (index >= this.#count) return undefined;
    const from = index % textsTogether === 0 ? 0 : this.#ends[index - 1]!;
    return this.#blocks[Math.floor(index / textsTogether)]!.slice(from, this.#ends[index]);
  }

  #add(text: string): void {
    if (this.#count >= this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#block.push(text);
    this.#blockLength += text.length;
    this.#ends[this.#count++] = this.#blockLength;
    if (this.#count % textsTogether === 0) this.#endBlock();
  }

  #endBlock(): void {
    this.#blocks.push(this.#block.join(''));
    this.#block = [];
    this.#blockLength = 0;
  }
}
