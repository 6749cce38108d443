import { WINDOW_DAYS } from '../../domain/calendar.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function cohorts(format: Format): Pick<Messages, 'heatmapText' | 'cohortsText' | 'windowLabel'> {
  /** Words of the cohorts, their heatmap and table. */
  const heatmapText: Messages['heatmapText'] = {
    cohort: (month) => `Angemeldet im ${month}`,
    days: (first, last) => `Tage ${first}–${last}`,
    dates: (first, last) => `${first} – ${last}`,
    active: 'Aktiv',
    share: (share, cards) => `${share} (${cards})`,
    enrolled: 'Angemeldet',
    runningNote: 'Dieses Fenster läuft noch: Der Wert kann noch steigen.',
    partialNote: (date) => `Nur Karten, die ab dem ${date} angemeldet wurden: Dort beginnt die Auswertung.`,
  };

  const cohortsText: Messages['cohortsText'] = {
    title: 'Kohorten',
    lead: 'Kommen neue Kunden wieder? Jede Zeile zeigt, was aus den Karten eines Anmeldemonats wurde.',
    panel: 'Wiederkehrquote nach Anmeldemonat',
    panelSubtitle:
      'Anteil der Karten eines Monats, die in jedem 30-Tage-Fenster ab dem Ersten dieses Monats genutzt wurden.',
    drift:
      'Ein Fenster hat 30\u00a0Tage wie in den Berichten Ihres Kundenkartensystems und verschiebt sich deshalb gegenüber dem Kalender: Das zwölfte beginnt 4 bis 7\u00a0Tage vor seinem Monat. Das erste beginnt, bevor die meisten seiner Karten angemeldet waren.',
    cut: (date) =>
      `Die Auswertung beginnt am ${date}. Aus diesem Monat zählen nur Karten, die ab diesem Tag angemeldet wurden: Seine Zeile ist unvollständig.`,
    chartLabel: (cohorts, first, last) =>
      cohorts === 1
        ? `Heatmap: Anteil der genutzten Karten aus dem Anmeldemonat ${first}, je 30-Tage-Fenster.`
        : `Heatmap: Anteil der genutzten Karten aus ${format.plural(cohorts, { other: '# Anmeldemonaten' })} von ${first} bis ${last}, je 30-Tage-Fenster.`,
    region: 'Heatmap, verschiebbar',
    axis: '30-Tage-Fenster',
    month: 'Anmeldung',
    enrolled: 'Karten',
    scale: 'Genutzte Karten',
    running: 'Fenster läuft noch',
    partial: 'Unvollständiger Monat',
    empty: 'In diesem Zeitraum wurde keine Karte angemeldet',
    emptyHint: 'Wählen Sie einen längeren Rückblick oder einen späteren Stichtag.',
  };

  /** `Tage 31–60` of offset 1. */
  function windowLabel(offset: number): string {
    return heatmapText.days(WINDOW_DAYS * offset + 1, WINDOW_DAYS * (offset + 1));
  }
  return { heatmapText, cohortsText, windowLabel };
}
