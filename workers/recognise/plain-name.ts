/** A name or word without case, accents and marks: `Kunden-Nr.` → `kundennr`, `N° carte` → `nocarte`. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('n°', 'no')
    .replaceAll(/[^a-z0-9]/g, '');
}
