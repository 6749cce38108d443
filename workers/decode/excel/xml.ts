import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { checkLimit } from './limits.ts';

/** What is told of the elements of an XML part, by their local names: programs choose prefixes, and their namespaces, as they like. */
export interface XmlHandler {
  /** Whether text is handed out at present: most is not wanted. */
  readonly wantsText: boolean;
  /** An element begins. Answers whether its attributes are wanted. */
  open(name: string): boolean;
  attribute(name: string, value: string): void;
  /** The attributes of an element whose attributes are wanted are complete. */
  opened(): void;
  /** Text, or a piece of it. */
  text(text: string): void;
  close(name: string): void;
  /** Elements that a part has by the million, where it has any, so that they need not all be told of. */
  readonly plain?: PlainElements;
}

/** Elements in a form so plain that a regular expression takes them whole. */
export interface PlainElements {
  /** How they begin: `<c `. */
  begin: string;
  /** The element that they stand in. */
  within: string;
  /** Takes those that follow each other from a place of a text on. Answers where it ended: where it began, for none. */
  take(text: string, from: number): number;
}

/** Elements within elements: parts of workbooks have some ten. */
const deepest = 256;

/** Characters without an end of a tag, above which a part is damaged: longer than the longest text that a cell has. */
const longestHeld = 8 * 2 ** 20;

/**
 * Reads XML that comes in chunks with the tokeniser of htmlparser2, which forgives much: that elements are closed in their order, and the
 * root element at all, is checked here. A document type, which no part of a workbook has, is refused with all that it may declare.
 */
export class XmlReader {
  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #tokens: Tokenizer;
  readonly #open: string[] = [];
  /** What the tokeniser has at present, and the place of its first character among all. */
  #text = '';
  #offset = 0;
  /** The beginning of what ends in the next chunk. */
  #held = '';
  #hasRoot = false;
  /** Behind a comment or the like nothing is certain to be an element by how it looks. */
  #mayTakePlain = true;
  #wantsAttributes = false;
  #attribute = '';
  #value = '';

  constructor(file: string, handler: XmlHandler) {
    this.#file = file;
    this.#handler = handler;
    this.#tokens = new Tokenizer({ xmlMode: true, decodeEntities: true }, this.#callbacks());
  }

  /** @throws EngineError `file-damaged`, and what the handler throws */
  write(chunk: string): void {
    // Up to the end of a tag: no name is cut in two then.
    const end = chunk.lastIndexOf('>') + 1;
    const whole = end === 0 ? '' : this.#held + chunk.slice(0, end);
    const isOpen = whole.includes('[CDATA[') && whole.lastIndexOf('<![CDATA[') > whole.lastIndexOf(']]>');
    if (end === 0 || isOpen) {
      this.#held = end === 0 ? this.#held + chunk : whole + chunk.slice(end);
      if (this.#held.length > longestHeld) this.#refuseHeld();
      return;
    }
    this.#held = chunk.slice(end);
    const { plain } = this.#handler;
    if (plain && this.#mayTakePlain && !hasDeclaration(whole)) this.#passPlain(whole, plain);
    else {
      this.#mayTakePlain = false;
      this.#pass(whole);
    }
  }

  #refuseHeld(): void {
    if (this.#held.includes('<')) throw this.#damaged('a tag has no end');
    checkLimit(this.#file, 'cellCharacters', this.#held.length);
  }

  /** @throws EngineError `file-damaged` where elements are open still */
  end(): void {
    if (this.#held.trim() !== '') this.#pass(this.#held);
    this.#tokens.end();
    if (!this.#hasRoot || this.#open.length > 0) throw this.#damaged(`<${this.#open.at(-1) ?? ''}> is not closed`);
  }

  /** Between the plain elements, all that is left goes to the tokeniser. */
  #passPlain(text: string, { begin, within, take }: PlainElements): void {
    let passed = 0;
    for (let at = text.indexOf(begin); at !== -1;) {
      if (passed < at) this.#pass(text.slice(passed, at));
      passed = this.#open.at(-1) === within ? take(text, at) : at;
      at = text.indexOf(begin, passed === at ? at + begin.length : passed);
    }
    if (passed < text.length) this.#pass(text.slice(passed));
  }

  #pass(text: string): void {
    this.#offset += this.#text.length;
    this.#text = text;
    this.#tokens.write(text);
  }

  #slice(from: number, to: number): string {
    return this.#text.slice(from - this.#offset, to - this.#offset);
  }

  #name(from: number, to: number): string {
    // Most elements of a sheet have names of one letter, which cost nothing so.
    if (to - from === 1) return this.#text[from - this.#offset]!;
    const name = this.#slice(from, to);
    const colon = name.indexOf(':');
    return colon === -1 ? name : name.slice(colon + 1);
  }

  #callbacks(): TokenizerCallbacks {
    const handler = this.#handler;
    return {
      onopentagname: (from, to) => {
        const name = this.#name(from, to);
        if (this.#open.length === 0 && this.#hasRoot) throw this.#damaged(`<${name}> stands behind the end`);
        this.#hasRoot = true;
        if (this.#open.push(name) > deepest) throw this.#damaged('elements are nested too deeply');
        this.#wantsAttributes = handler.open(name);
      },
      onattribname: (from, to) => {
        if (!this.#wantsAttributes) return;
        this.#attribute = this.#name(from, to);
        this.#value = '';
      },
      onattribdata: (from, to) => {
        if (this.#wantsAttributes) this.#value += this.#slice(from, to);
      },
      onattribentity: (codepoint) => {
        if (this.#wantsAttributes) this.#value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (this.#wantsAttributes) handler.attribute(this.#attribute, this.#value);
      },
      onopentagend: () => {
        if (this.#wantsAttributes) handler.opened();
      },
      onselfclosingtag: () => {
        if (this.#wantsAttributes) handler.opened();
        handler.close(this.#open.pop()!);
      },
      onclosetag: (from, to) => {
        const name = this.#name(from, to);
        if (this.#open.pop() !== name) throw this.#damaged(`</${name}> closes another element`);
        handler.close(name);
      },
      ontext: (from, to) => {
        if (handler.wantsText) handler.text(this.#slice(from, to));
      },
      ontextentity: (codepoint) => {
        if (handler.wantsText) handler.text(String.fromCodePoint(codepoint));
      },
      oncdata: (from, to, endMark) => {
        if (handler.wantsText) handler.text(this.#slice(from, to - endMark));
      },
      ondeclaration: () => {
        throw this.#damaged('it declares a document type');
      },
      oncomment: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    };
  }

  #damaged(why: string): EngineError {
    return new EngineError(
      'file-damaged',
      { file: this.#file, cause: 'contradiction' satisfies KnownCause },
      { cause: why },
    );
  }
}

/** Whether there is a comment, a section of CDATA, a document type or an instruction, but for the one that XML begins with. */
function hasDeclaration(text: string): boolean {
  return (text.includes('!') && text.includes('<!')) || (text.includes('?') && /<\?(?!xml )/.test(text));
}

/** An element of a part that is read whole. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Names of the elements that it stands in, from the root. */
  within: readonly string[];
}

/** Tells of every element of a small part, in its order. */
export async function readElements(
  chunks: AsyncIterable<string>,
  file: string,
  tell: (element: XmlElement) => void,
): Promise<void> {
  const within: string[] = [];
  let attributes = new Map<string, string>();
  const reader = new XmlReader(file, {
    wantsText: false,
    open: (name) => {
      within.push(name);
      attributes = new Map();
      return true;
    },
    attribute: (name, value) => void attributes.set(name, value),
    opened: () => tell({ name: within.at(-1)!, attributes, within: within.slice(0, -1) }),
    text: () => undefined,
    close: () => void within.pop(),
  });
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}
