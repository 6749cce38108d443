import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';

/** What has been read, where it is, and what has left. In German. */
export function privacy(format: Format): Pick<LaterMessages, 'privacyText'> {
  const { integer } = format;
  const count = (n: number, one: string, other: string): string =>
    format.plural(n, { one: `# ${one}`, other: `# ${other}` });
  const privacyText: LaterMessages['privacyText'] = {
    title: 'Was dieses Gerät verlässt',
    lead: 'Was gelesen wurde, wo es liegt und ob etwas hinausging: von dieser Seite gezählt, während Sie hinsehen.',
    close: 'Schließen',
    read: 'Was gelesen wurde',
    reading: 'Es werden gerade Dateien gelesen, auf diesem Gerät.',
    readNothing: 'Noch keine Datei.',
    readSample: (sample) => `${sample}: Beispieldaten, die zu dieser Seite gehören.`,
    readFiles: (files, size, rows) =>
      `${count(files, 'Datei', 'Dateien')}, ${size}, ${count(rows, 'Zeile', 'Zeilen')}, auf diesem Gerät gelesen.`,
    where: 'Wo es liegt',
    whereHeld: (size) =>
      `Im Arbeitsspeicher dieses Tabs${size === null ? '' : ` (${size})`}. Es ist fort, sobald der Tab geschlossen oder neu geladen wird. Ihre Dateien bleiben, wie sie sind.`,
    whereNothing: 'Es wird nichts gehalten.',
    kept: 'Was dieser Browser behält',
    keptNothing: 'Nichts: keine Daten, keine Einstellung.',
    keptNoData: 'Nichts von Ihren Daten. Er behält:',
    keptOf: {
      plans: (n) =>
        `wie ${count(n, 'Art', 'Arten')} von Dateien gelesen ${n === 1 ? 'wird' : 'werden'}: Spaltennamen, Wörter für Transaktionsarten`,
      calendars: (n) => `den Kalender von ${count(n, 'Export', 'Exporten')}`,
      currencies: (n) => `die Währung von ${count(n, 'Export', 'Exporten')}`,
      language: () => 'die gewählte Sprache',
      pseudonyms: () => 'den Schlüssel Ihrer Pseudonyme',
      'own-files': () => 'dass eigene Dateien geöffnet sind, bis dieser Tab geschlossen wird',
    },
    keptOther: (name) => `eine Einstellung (${name})`,
    keptPage: 'diese Seite selbst, damit sie ohne Netz funktioniert',
    forget: 'Diese Einstellungen vergessen',
    forgotten: 'Vergessen.',
    requests: 'Anfragen, seit diese Seite offen ist',
    requestsElsewhere: (n) => `${integer(n)} an andere Adressen`,
    requestsOwn: (n) =>
      n === 0 ? 'Auch keine an die eigene Adresse' : `${integer(n)} an die Adresse der Seite, für ihre eigenen Teile`,
    requestsRefused: (n) => `${count(n, 'andere Adresse', 'andere Adressen')} vom Browser abgelehnt`,
    requestsBy: 'Von der Seite und den Hintergrundprozessen, die für sie rechnen, wie der Browser sie verzeichnet.',
    requestsOfKeeper:
      'Nicht mitgezählt ist der Hintergrundprozess, der diese Seite auf dem Gerät bereithält, wo der Browser einen zulässt: Er fragt allein den Server dieser Seite, und zwar nach Teilen der Seite.',
    requestsUnknown: 'Die Hintergrundprozesse antworten gerade nicht.',
    tryIt: 'Ausprobieren',
    tryHint:
      'Lässt die Seite und jeden ihrer Hintergrundprozesse eine fremde Adresse anfragen (eine, die niemandem gehört). Oben nicht mitgezählt.',
    trying: 'Wird versucht …',
    refusedAll: (n) =>
      `Von Ihrem Browser abgelehnt: ${integer(n)} von ${integer(n)} Versuchen, von der Seite und von ihren Hintergrundprozessen.`,
    refusedSome: (refused, of) =>
      `Von Ihrem Browser abgelehnt: ${integer(refused)} von ${count(of, 'Versuch', 'Versuchen')}. Die übrigen wurden nicht aufgehalten: Dieser Server hat den Schutz der Seite ganz oder teilweise entfernt. Von sich aus stellt die Seite keine solche Anfrage.`,
    tryFailed: 'Der Versuch war nicht möglich: Die Auswertung antwortet nicht.',
    pseudonyms: 'Pseudonyme',
    pseudonymsSwitch: 'Pseudonyme statt Namen und Kartennummern zeigen',
    pseudonymsHint:
      'Auf der Seite und in allem, was daraus gespeichert wird: für Vorführungen und zum Weitergeben von Zahlen. Auf diesem Gerät hat eine Karte immer dasselbe. Namen von Dateien, Spalten und Filialen bleiben, wie sie sind.',
  };
  return { privacyText };
}
