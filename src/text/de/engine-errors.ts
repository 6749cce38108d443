import type { ErrorDetails } from '../../contract/errors.ts';
import type { EngineErrorText } from '../errors.ts';

const parts: Record<ErrorDetails['page-part-missing']['part'], string> = {
  view: 'Dieser Teil der Seite konnte nicht geladen werden',
  charts: 'Die Diagramme konnten nicht geladen werden',
  sample: 'Das Beispiel konnte nicht geladen werden',
};

/** What is wrong with the engine, with saving, or with a part of the page. In German. */
export const engineErrors: EngineErrorText = {
  'engine-start': ({ cause }) => ({
    title: 'Die Auswertung konnte nicht starten',
    explanation: `Vielleicht ist dieser Browser zu alt, oder er blockiert WebAssembly oder Worker (${cause}).`,
    next: 'Laden Sie die Seite neu. Passiert es wieder, aktualisieren Sie den Browser oder nehmen Sie einen anderen.',
  }),
  'saving-cancelled': () => ({
    title: 'Das Speichern wurde abgebrochen',
    explanation: 'Es wurde keine Datei geschrieben.',
    next: 'Sie können die Tabellen jederzeit erneut speichern.',
  }),
  'saving-interrupted': () => ({
    title: 'Die Tabellen wurden nicht gespeichert',
    explanation: 'Während des Schreibens wurde ein anderer Export geöffnet.',
    next: 'Speichern Sie die Tabellen noch einmal: Es sind dann die des jetzt geöffneten Exports.',
  }),
  'saving-failed': ({ cause }) => ({
    title: 'Die Tabellen konnten nicht gespeichert werden',
    explanation: `Beim Schreiben ist etwas schiefgegangen (${cause}). Was geöffnet ist, bleibt geöffnet.`,
    next: 'Versuchen Sie es noch einmal. Passiert es wieder, schließen Sie zuerst andere Tabs: Vielleicht fehlt dem Browser Arbeitsspeicher oder Speicherplatz.',
  }),
  'engine-crashed': ({ cause }) => ({
    title: 'Die Auswertung wurde unerwartet beendet',
    explanation: `Meist hatte der Browser nicht genug Speicher (${cause}). Ihre Dateien sind unverändert.`,
    next: 'Öffnen Sie den Export noch einmal. Passiert es wieder, schließen Sie zuerst andere Tabs.',
  }),
  'engine-not-fetched': () => ({
    title: 'Die Auswertung konnte nicht geladen werden',
    explanation:
      'Ein Teil davon fehlt: Vielleicht ist die Netzverbindung unterbrochen, oder es gibt inzwischen eine neuere Version von Loyalty Lens. Ihre Dateien sind unverändert.',
    next: 'Versuchen Sie es noch einmal, sobald die Verbindung wieder steht. Hilft das nicht, laden Sie die Seite neu.',
  }),
  'page-part-missing': ({ part, isReachable }) => ({
    title: parts[part],
    explanation: isReachable
      ? 'Die Netzverbindung steht, aber dieser Teil fehlt. Vielleicht gibt es inzwischen eine neuere Version von Loyalty Lens.'
      : 'Es besteht keine Netzverbindung.',
    next: isReachable
      ? 'Versuchen Sie es noch einmal. Hilft das nicht, laden Sie die Seite neu und öffnen Sie Ihre Dateien wieder.'
      : 'Stellen Sie die Verbindung wieder her und versuchen Sie es noch einmal. Was geöffnet ist, bleibt geöffnet.',
  }),
};
