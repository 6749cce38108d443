/** A store's name; one without is called by its id. */
export function storeName(id: string, name: string | null): string {
  return name ?? `Store ${id}`;
}
