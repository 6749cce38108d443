import { builtInFormat, formatOfCode, type NumberFormat } from './number-format.ts';
import type { OfficePackage } from './package.ts';
import { readElements } from './xml.ts';

/** How the numbers of cells with each style are shown, by the style's index (ECMA-376, part 1, 18.8.10). */
export async function formatsOfStyles(book: OfficePackage, part: string, file: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  await readElements(book.textOf(part), file, ({ name, attributes, within }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    // Differential formats (`dxf`) have such elements too: those are of rules, not of cells.
    if (name === 'numFmt' && within.at(-1) === 'numFmts') codes.set(id, attributes.get('formatCode') ?? '');
    if (name === 'xf' && within.at(-1) === 'cellXfs') formats.push(id);
  });
  return formats.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormat(id) : formatOfCode(code);
  });
}
