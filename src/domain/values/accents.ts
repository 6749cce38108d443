/** A text in small letters without accents, as names of months are looked for: `Févr.` is `fevr.`. */
export function withoutAccents(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
