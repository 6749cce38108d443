/** `Europe/Luxembourg`, as a name to be read: `America/New York`. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');
