import type { Messages } from '../messages.ts';

/** What the sample exports are called, and what is in them; by their id. */
export const sampleText: Messages['sampleText'] = {
  cafe: {
    title: 'Café an der Ecke',
    description:
      'Ein Café mit Stempelkarte: treue Stammgäste und eine Aktion im September, die Laufkundschaft brachte.',
  },
  bakery: {
    title: 'Bäckereikette',
    description: 'Vier Filialen in Luxemburg: Eine verliert ihre Stammkunden, eine ist jung und wächst.',
  },
  retailer: {
    title: 'Modehändler',
    description:
      'Zwölf Filialen in vier Ländern: Der Dezember ist stark, und einer Filiale nimmt ein Konkurrent die Kunden weg.',
  },
  platform: {
    title: 'Plattform mit drei Händlern',
    description: 'Café, Bäckerei und Modehändler in einem Export: Den Händler wählen Sie oben.',
  },
};
