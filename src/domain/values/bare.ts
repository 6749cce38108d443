/** Text that a program marked as such for a spreadsheet. An apostrophe before a letter is one of a name: `'t Hart`. */
const marked = /^(?:="(.*)"|'([-+=@(\d].*?)'?)$/s;

/** A value without the marks by which a spreadsheet takes it for text (`="00101"`, `'00101`), and without the space around it. */
export function bare(value: string): string {
  const trimmed = value.trim();
  const [, formula, quoted] = marked.exec(trimmed) ?? [];
  return (formula ?? quoted ?? trimmed).trim();
}
