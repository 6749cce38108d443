/** Words of tables. */
export const tableText = {
  none: 'Nothing found.',
  region: (caption: string): string => `${caption}, scrollable`,
  sortBy: 'Sort by',
  unsorted: 'As listed',
  sorted: (label: string, numeric: boolean, isDescending: boolean): string =>
    `${label}, ${numeric ? (isDescending ? 'highest first' : 'lowest first') : isDescending ? 'Z to A' : 'A to Z'}`,
  take: 'Take this table away:',
  /** @param format what the file is, `CSV` */
  takeAs: (caption: string, format: string): string => `Take “${caption}” away as ${format}`,
  remarksOf: (label: string): string => `${label}: note`,
  taken: (rows: number): string => `${rows === 1 ? 'One row' : `${rows} rows`} saved`,
  merchant: (id: string): string => `merchant ${id}`,
  filtered: 'filtered',
};
