import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import type { ValueContext } from './cell-value.ts';
import { checkLimit } from './limits.ts';
import { OfficePackage } from './package.ts';
import { relationshipsOf, type Relationship } from './relationships.ts';
import type { DateSystem } from './serial-date.ts';
import { SharedStrings } from './shared-strings.ts';
import { formatsOfStyles } from './styles.ts';
import { readElements } from './xml.ts';

/** A sheet of cells; sheets of charts and macros are none. */
export interface Sheet {
  name: string;
  /** The name of its part. */
  path: string;
  isHidden: boolean;
}

/** Parts that a workbook may have. */
interface WorkbookParts {
  strings: string | undefined;
  styles: string | undefined;
  /** It names styles that are not in its archive. */
  lacksStyles: boolean;
}

/** A workbook with what the cells of all its sheets have in common. */
export class Workbook {
  readonly sheets: readonly Sheet[];
  readonly package: OfficePackage;
  readonly file: string;
  readonly #dates: DateSystem;
  readonly #parts: WorkbookParts;
  #context: Promise<ValueContext> | null = null;

  private constructor(book: OfficePackage, file: string, sheets: Sheet[], dates: DateSystem, parts: WorkbookParts) {
    this.package = book;
    this.file = file;
    this.sheets = sheets;
    this.#dates = dates;
    this.#parts = parts;
  }

  /**
   * Opens the workbook that an archive is by the relationships of its parts (ECMA-376, part 1, 12); null where it is none.
   *
   * @throws EngineError `format-unknown` for what other office programs write; `workbook-too-large`, `file-encrypted`, `file-damaged`
   */
  static async of(blob: Blob, file: string): Promise<Workbook | null> {
    const book = await OfficePackage.open(blob, file);
    const path = await mainPart(book, file);
    if (path === null) return null;
    const related = await relationshipsOf(book, file, path);
    const target = (type: string): string | undefined => related.find((one) => one.type === type)?.target;
    const { sheets, dates } = await listed(book, path, related, file);
    for (const { path: sheet } of sheets) checkLimit(file, 'sheet', book.part(sheet)!.uncompressedSize);
    const [strings, styles] = ['sharedStrings', 'styles'].map((type) => present(book, target(type)));
    const parts = { strings, styles, lacksStyles: target('styles') !== undefined && styles === undefined };
    if (parts.strings) checkLimit(file, 'strings', book.part(parts.strings)!.uncompressedSize);
    return new Workbook(book, file, sheets, dates, parts);
  }

  /** What its cells are read by; read once. */
  context(): Promise<ValueContext> {
    this.#context ??= this.#read();
    return this.#context;
  }

  async #read(): Promise<ValueContext> {
    const { strings, styles, lacksStyles } = this.#parts;
    return {
      file: this.file,
      strings: strings ? await SharedStrings.of(this.package, strings, this.file) : null,
      formats: styles ? await formatsOfStyles(this.package, styles, this.file) : [],
      lacksStyles,
      dates: this.#dates,
      decimal: '.',
    };
  }
}

const present = (book: OfficePackage, part: string | undefined): string | undefined =>
  part !== undefined && book.part(part) ? part : undefined;

/** The part with the list of sheets; null for an archive that no office program wrote. */
async function mainPart(book: OfficePackage, file: string): Promise<string | null> {
  const roots = await relationshipsOf(book, file);
  const path = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) throw new EngineError('format-unknown', { file, looksLike: 'excel-binary' });
  if (!book.part(path)) {
    if (book.names.some((name) => name.startsWith('xl/'))) throw damaged(file, `${path} is not there`);
    if (!book.names.includes('[content_types].xml')) return null;
    throw new EngineError('format-unknown', { file, looksLike: 'document' });
  }
  if ((await rootOf(book, path, file)) !== 'workbook')
    throw new EngineError('format-unknown', { file, looksLike: 'document' });
  return path;
}

async function rootOf(book: OfficePackage, path: string, file: string): Promise<string> {
  let root = '';
  await readElements(book.textOf(path), file, ({ name }) => {
    root ||= name;
  });
  return root;
}

/** The sheets as the workbook lists them (ECMA-376, part 1, 18.2.19), and how it counts days (18.2.28). */
async function listed(
  book: OfficePackage,
  path: string,
  related: readonly Relationship[],
  file: string,
): Promise<{ sheets: Sheet[]; dates: DateSystem }> {
  const sheets: Sheet[] = [];
  let dates: DateSystem = '1900';
  await readElements(book.textOf(path), file, ({ name, attributes, within }) => {
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes.get('date1904') ?? '')) dates = '1904';
    if (name !== 'sheet' || within.at(-1) !== 'sheets') return;
    const relation = related.find(({ id }) => id === attributes.get('id'));
    const called = attributes.get('name') ?? '';
    if (!relation) throw damaged(file, `the sheet ${called} is not there`);
    if (relation.type !== 'worksheet') return;
    if (!book.part(relation.target)) throw damaged(file, `${relation.target} is not there`);
    sheets.push({ name: called, path: relation.target, isHidden: /hidden/i.test(attributes.get('state') ?? '') });
  });
  return { sheets, dates };
}

function damaged(file: string, why: string): EngineError {
  return new EngineError('file-damaged', { file, cause: 'contradiction' satisfies KnownCause }, { cause: why });
}
