import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function store(format: Format): Pick<Messages, 'storeText'> {
  const { integer, plural } = format;
  /** Words of the filter by store, and of what a view is of when it is on. */
  const storeText: Messages['storeText'] = {
    label: 'Filiale',
    all: 'Alle Filialen',
    unnamed: (id) => `Filiale ${id}`,
    /** Of stores with the same name. */
    withId: (name, id) => `${name} (${id})`,
    noMatch: 'Keine Filiale mit diesem Namen',
    more: (n) => `${integer(n)} weitere: Teil des Namens eingeben`,
    unknown: (id) => `Dieser Händler hat keine Transaktion in der Filiale „${id}“`,
    unknownHint: 'Sie gehört vielleicht zu einem anderen Händler oder zu einem anderen Export.',
    showAll: 'Alle Filialen zeigen',
    /** A heading with the store that it is of. */
    heading: (title, store) => `${title}\u00a0· ${store}`,

    cohorts: {
      lead: (store) => `Karten, deren erster Filialbesuch in ${store} war.`,
      of: (caption, store) => `${caption}, erster Besuch in ${store}`,
      note: (store) => `Karten mit dem ersten Besuch in ${store} zählen als genutzt, egal in welcher Filiale.`,
      chart: (label, store) => `${label} Nur Karten mit dem ersten Besuch in ${store}.`,
      empty: (store) => `Keine Karte mit dem ersten Besuch in ${store} wurde in diesem Zeitraum angemeldet`,
    },
    churn: {
      lead: (store) => `Karten, deren letzter Filialbesuch in ${store} war.`,
      of: (caption, store) => `${caption}, zuletzt in ${store}`,
      chart: (label, store) => `${label} Nur Karten, die zuletzt in ${store} waren.`,
      // The number of those at risk stands before it.
      ofChecked: (atRisk, checked, share, store) => {
        const of = plural(checked, { one: 'von # gültigen Karte', other: 'von # gültigen Karten' });
        const were = plural(checked, { one: 'war', other: 'waren' });
        return `${of}, die zuletzt in ${store} ${were}, ${plural(atRisk, { one: 'ist', other: 'sind' })} gefährdet (${share})`;
      },
      empty: (store) => `Keine gültige Karte war zuletzt in ${store}`,
    },
    revenue: {
      lead: (store) => `Transaktionen in ${store}: Einkäufe, für die es dort Punkte oder Stempel gab.`,
      of: (caption, store) => `${caption}, in ${store}`,
      chart: (label, store) => `${label} Nur Transaktionen in ${store}.`,
      compared: (store) => `Wo eingekauft wurde, im ganzen Zeitraum: alle Filialen, ${store} hervorgehoben.`,
      chosen: 'gewählt',
      empty: (store) => `In ${store} gab es in diesem Zeitraum für keinen Einkauf Punkte oder Stempel`,
    },
    emptyHint: 'Wählen Sie einen längeren Rückblick, einen späteren Stichtag oder eine andere Filiale.',
  };
  return { storeText };
}
