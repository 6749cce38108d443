import { checkColumnCount, type CellNoteKind } from '../decoder.ts';
import { valueOf, type ValueContext, type WrittenCell } from './cell-value.ts';
import { checkLimit } from './limits.ts';
import { meantText, StringItem } from './texts.ts';
import { XmlReader, type PlainElements, type XmlHandler } from './xml.ts';

/** What is worth knowing of a cell of a row, by its place among the row's fields. */
export interface NotedCell {
  place: number;
  kind: CellNoteKind;
  /** As it is, or as it stands there: `#REF!`. */
  value: string;
}

/** A row of a sheet as one of a text: a field a column. */
export interface SheetRow {
  fields: string[];
  noted: readonly NotedCell[];
}

/** The columns that are read, from 0; `to` is behind the last one. */
export interface ColumnWindow {
  from: number;
  to: number;
}

const noNotes: readonly NotedCell[] = [];

/** A cell with a value or a text of its own and nothing else, as nearly all of nearly all sheets are. */
const plainCell =
  /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<v>([^<&]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is>)<\/c>/y;

/**
 * The rows of a sheet, as its XML comes (ECMA-376, part 1, 18.3.1). Rows are in the order of the file, whatever their numbers; a gap between
 * two, or a row without a value, is one blank row: a single empty field. Rows and cells that do not say where they are stand behind the
 * one before.
 */
export class SheetRows implements XmlHandler {
  readonly #context: ValueContext;
  readonly #window: ColumnWindow;
  readonly #reader: XmlReader;
  /** Half of the time of a sheet is saved by it. */
  readonly plain: PlainElements = { begin: '<c ', within: 'row', take: (text, from) => this.#takePlain(text, from) };
  readonly #item = new StringItem();
  #rows: SheetRow[] = [];
  #fields: string[] = [];
  #noted: NotedCell[] = [];
  #isInData = false;
  #hasData = false;
  #element: 'row' | 'c' | null = null;
  #inline = 0;
  #isInValue = false;
  #row = 0;
  #column = -1;
  readonly #cell: WrittenCell = emptyCell();
  #cells = 0;
  #characters = 0;

  constructor(context: ValueContext, window: ColumnWindow) {
    this.#context = context;
    this.#window = window;
    this.#reader = new XmlReader(context.file, this);
  }

  get wantsText(): boolean {
    return this.#isInValue || (this.#inline > 0 && this.#item.wantsText);
  }

  /** @returns the rows that `text` completes */
  write(text: string): SheetRow[] {
    this.#reader.write(text);
    return this.#taken();
  }

  /** @returns what remains; @throws EngineError `file-damaged` where the end of the sheet is missing */
  end(): SheetRow[] {
    this.#reader.end();
    return this.#taken();
  }

  #taken(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string): boolean {
    if (!this.#isInData) {
      // Only the first: what further views of a sheet hold is not its data.
      if (name === 'sheetData' && !this.#hasData) this.#isInData = this.#hasData = true;
      return false;
    }
    if (this.#inline > 0) {
      this.#item.open(name);
      return false;
    }
    switch (name) {
      case 'c':
        this.#element = 'c';
        this.#column++;
        reset(this.#cell);
        return true;
      case 'v':
        this.#isInValue = true;
        this.#cell.value = '';
        return false;
      case 'row':
        this.#element = 'row';
        this.#row++;
        this.#column = -1;
        return true;
      case 'is':
        this.#inline = 1;
        return false;
      case 'f':
        this.#cell.hasFormula = true;
    }
    return false;
  }

  attribute(name: string, value: string): void {
    if (this.#element === 'c') {
      if (name === 'r') this.#column = columnOf(value) ?? this.#column;
      else if (name === 's') this.#cell.style = Number(value);
      else if (name === 't') this.#cell.type = value;
    } else if (name === 'r' && this.#element === 'row') {
      const number = Number(value);
      if (!(number > 0)) return;
      if (number > this.#row && this.#row > 0) this.#rows.push(blankRow());
      this.#row = number;
    }
  }

  opened(): void {
    this.#element = null;
  }

  text(text: string): void {
    if (this.#isInValue) this.#cell.value += text;
    else this.#item.add(text);
  }

  close(name: string): void {
    if (!this.#isInData) return;
    if (this.#inline > 0 && name !== 'is') this.#item.close(name);
    else if (name === 'v') this.#isInValue = false;
    else if (name === 'is') {
      this.#inline = 0;
      this.#cell.inline = this.#item.take();
    } else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'sheetData') this.#isInData = false;
  }

  #takePlain(text: string, from: number): number {
    if (!this.#isInData || this.#inline > 0) return from;
    let end = from;
    plainCell.lastIndex = from;
    for (let found = plainCell.exec(text); found; found = plainCell.exec(text)) {
      const [, column, style, type, value, inline] = found;
      const cell = this.#cell;
      cell.type = type ?? 'n';
      cell.style = style === undefined ? 0 : Number(style);
      cell.value = value ?? null;
      cell.inline = inline === undefined ? null : meantText(inline);
      cell.hasFormula = false;
      this.#column = columnOf(column!)!;
      this.#endCell();
      end = plainCell.lastIndex;
    }
    return end;
  }

  #endCell(): void {
    const { from, to } = this.#window;
    const { file } = this.#context;
    const place = this.#column - from;
    if (this.#column >= to || place < 0) return;
    const { text, note } = valueOf(this.#cell, this.#context);
    if (note) this.#noted.push({ place, kind: note, value: text || (this.#cell.value ?? '') });
    if (text === '') return;
    if (text.length > 1000) checkLimit(file, 'cellCharacters', text.length);
    this.#characters += text.length;
    checkColumnCount(file, this.#column + 1);
    const fields = this.#fields;
    while (fields.length < place) fields.push('');
    fields[place] = text;
  }

  #endRow(): void {
    const { file } = this.#context;
    this.#cells += this.#window.to === Infinity ? this.#fields.length : this.#window.to - this.#window.from;
    checkLimit(file, 'cells', this.#cells);
    checkLimit(file, 'characters', this.#characters);
    const isBlank = this.#fields.length === 0 && this.#noted.length === 0;
    this.#rows.push(
      isBlank ? blankRow() : { fields: this.#fields, noted: this.#noted.length > 0 ? this.#noted : noNotes },
    );
    this.#fields = [];
    if (this.#noted.length > 0) this.#noted = [];
  }
}

const emptyCell = (): WrittenCell => ({ type: 'n', style: 0, value: null, inline: null, hasFormula: false });

/** One object serves all cells: a sheet has millions. */
function reset(cell: WrittenCell): void {
  cell.type = 'n';
  cell.style = 0;
  cell.value = null;
  cell.inline = null;
  cell.hasFormula = false;
}

const blankRow = (): SheetRow => ({ fields: [''], noted: noNotes });

/** The column of a reference, from 0: 27 of `AB12`; null where it names none. */
function columnOf(reference: string): number | null {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (at > 6) break;
  }
  return column === 0 ? null : column - 1;
}
