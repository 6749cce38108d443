import type { OfficePackage } from './package.ts';
import { readElements } from './xml.ts';

/** What one part says of another (ECMA-376, part 2, 6.5). */
export interface Relationship {
  id: string;
  /** The end of its type's address, by which both the Transitional and the Strict kind are told: `worksheet`. */
  type: string;
  /** The name of the other part, from the root of the package. */
  target: string;
}

/** The relationships of a part, or of the package where it is the empty name; none where they are not there. */
export async function relationshipsOf(book: OfficePackage, file: string, part = ''): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found: Relationship[] = [];
  if (!book.part(name)) return found;
  await readElements(book.textOf(name), file, ({ name: element, attributes }) => {
    if (element !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    const target = pathOf(attributes.get('Target') ?? '', folder);
    found.push({ id: attributes.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target });
  });
  return found;
}

/** An address relative to a folder, as a name from the root. */
function pathOf(target: string, folder: string): string {
  const written = target.replaceAll('\\', '/');
  const steps = (written.startsWith('/') ? written : `${folder}${written}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
