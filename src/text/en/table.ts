/** Words of tables. */
export const tableText = {
  none: 'Nothing found.',
  region: (caption: string): string => `${caption}, scrollable`,
};
