import type { LeftOut } from '../../contract/left-out.ts';
import type { WantedValue } from '../../contract/errors.ts';
import type { FileKind } from '../../contract/files.ts';
import type { SetAsideReason } from '../../contract/report.ts';
import type { CauseText, ErrorText } from '../errors.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { cut, visible } from '../shown.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { natureWords } from './natures.ts';
import { engineErrors } from './engine-errors.ts';
import { questionErrors } from './questions.ts';
import { workbookErrors } from './workbook.ts';

/** In German. */
export function errors(format: Format): Pick<Messages, 'errorText' | 'causeText'> {
  const { fileSize, integer, plural } = format;
  const { columns: columnCount, files: fileCount, quoted, rows: rowCount, some } = helpers(format);
  const withReasons = (files: readonly LeftOut[]): string =>
    namesByReason(files, leftOutReasons, (names) => some(names, 6));
  /** A file of a kind; all of them are feminine. */
  const fileOf: Record<FileKind, string> = {
    cards: 'Kartendatei',
    transactions: 'Transaktionsdatei',
    stores: 'Filialdatei',
    orders: 'Bestelldatei',
  };

  const kinds: Record<FileKind, string> = {
    cards: 'Karten',
    transactions: 'Transaktionen',
    stores: 'Filialen',
    orders: 'Bestellungen',
  };

  const causeText: CauseText = {
    'end-missing': 'das Ende fehlt',
    'beginning-missing': 'der Anfang fehlt',
    'endless-line': 'eine Zeile endet nicht',
    'unmatched-quotes': 'in der Kopfzeile fehlt ein Anführungszeichen',
    contradiction: 'der Inhalt widerspricht sich',
    changed: 'sie hat sich beim Lesen geändert',
    absent: 'es gibt sie nicht',
    ended: 'der Browser hat sie beendet',
    'no-answer': 'keine Antwort',
    'not-fetched': 'ein Teil davon ließ sich nicht laden',
  };

  function wantedWords(wanted: WantedValue): string {
    switch (wanted.is) {
      case 'whole':
        return wanted.to === undefined
          ? `eine ganze Zahl ab ${integer(wanted.from)}`
          : `eine ganze Zahl von ${integer(wanted.from)} bis ${integer(wanted.to)}`;
      case 'above-zero':
        return 'eine Zahl größer als 0';
      case 'instant':
        return 'ein Zeitpunkt nach ISO 8601 wie 2026-04-11T20:57:23.123456Z';
      case 'time-zone':
        return 'eine Zeitzone wie Europe/Luxembourg';
      case 'week-start':
        return 'eine ganze Zahl von 1 (Montag) bis 7 (Sonntag)';
      case 'one-of':
        return `eine von ${wanted.values.join(', ')}`;
      case 'sort':
        return `eine von ${wanted.columns.join(', ')}; mit - davor absteigend`;
    }
  }

  const needs: Record<FileKind, string> = {
    cards: 'die Kundenkarten, eine Zeile je Karte',
    transactions: 'die Transaktionen, eine Zeile je Transaktion',
    stores: 'die Namen der Filialen',
    orders: 'die Bestellungen der Kasse',
  };

  /** The engine's words for what a column may hold, in a merchant's. */
  const wants: Record<string, string> = {
    id: 'eine Zahl oder ein Text',
    text: 'ein Text',
    integer: 'eine ganze Zahl',
    instant: 'ein Datum mit Uhrzeit',
    boolean: 'Ja oder Nein',
  };

  const errorText: ErrorText = {
    'format-unknown': ({ file, looksLike }) => ({
      title: `${file} kann nicht geöffnet werden: ${natureWords[looksLike].is}`,
      explanation: 'Loyalty Lens liest Parquet-, CSV- und Excel-Dateien (.xlsx), auch in ZIP-Archiven.',
      next: natureWords[looksLike].next,
    }),
    'header-missing': ({ file, firstRow }) => ({
      title: `${file} hat keine Spaltennamen`,
      explanation:
        firstRow.length === 0
          ? 'In der ersten Zeile einer Tabelle stehen die Namen der Spalten; hier gibt es gar keine Zeile.'
          : `In der ersten Zeile einer Tabelle stehen die Namen der Spalten. Hier steht dort etwas, das nach Daten aussieht: ${some(
              firstRow.map((field) => cut(visible(field), 40)),
              6,
            )}.`,
      next: 'Exportieren Sie die Datei mit einer Kopfzeile oder fügen Sie eine als erste Zeile ein.',
    }),
    'archive-too-large': ({ file, bytes }) => ({
      title: `${file} ist entpackt zu groß`,
      explanation: `Die Dateien darin sind entpackt ${fileSize(bytes)} groß. So viel passt nicht in den Speicher eines Browser-Tabs.`,
      next: 'Entpacken Sie das Archiv selbst und öffnen Sie die Dateien, oder packen Sie nur die mit Karten, Transaktionen und Filialen ins Archiv.',
    }),
    ...workbookErrors(format),
    ...questionErrors(format),
    ...engineErrors,
    'too-many-files': ({ archive, count: files, limit }) => ({
      title: archive ? `${archive} enthält ${fileCount(files)}` : `${fileCount(files)} sind zu viele`,
      explanation: `Ein Export besteht aus höchstens ${fileCount(limit)}; das hier sieht nach einem Ordner mit vielem anderem aus.`,
      next: 'Wählen Sie nur die Dateien mit Karten, Transaktionen und Filialen.',
    }),
    'too-many-columns': ({ file, count: columns, limit }) => ({
      title: `${file} hat ${columnCount(columns)}`,
      explanation: `Eine Tabelle eines Exports hat höchstens ${columnCount(limit)} und braucht etwa zehn. Vielleicht sind Zeilen und Spalten vertauscht, oder die Zeilen enden nicht, wo sie sollten.`,
      next: 'Exportieren Sie die Datei erneut mit einer Zeile je Karte oder Transaktion und öffnen Sie sie dann hier.',
    }),
    'archive-empty': ({ file, found }) => ({
      title: `${file} enthält keine Datei eines Exports`,
      explanation:
        found.length === 0
          ? 'Das Archiv ist leer.'
          : `Darin liegt keine Parquet-, CSV- oder Excel-Datei, sondern nur: ${some(found, 6)}.`,
      next: 'Wählen Sie das Archiv mit den Karten und Transaktionen oder die Dateien selbst.',
    }),
    'file-empty': ({ file }) => ({
      title: `${file} ist leer`,
      explanation:
        'Die Datei ist 0\u00a0Byte groß: Der Export oder das Herunterladen wurde vermutlich gleich am Anfang abgebrochen.',
      next: 'Exportieren Sie die Datei erneut oder laden Sie sie noch einmal herunter und öffnen Sie sie dann hier.',
    }),
    'file-damaged': ({ file, cause }) => ({
      title: `${file} ist beschädigt`,
      explanation: `Ein Teil der Datei ist nicht lesbar (${cause}). Vielleicht wurde sie beim Übertragen abgeschnitten.`,
      next: 'Exportieren oder kopieren Sie die Datei erneut und öffnen Sie sie dann hier.',
    }),
    'file-too-slow': ({ file, seconds }) => ({
      title: `${file} konnte nicht rechtzeitig gelesen werden`,
      explanation: `Das Lesen kam ${plural(seconds, { one: '#\u00a0Sekunde', other: '#\u00a0Sekunden' })} lang nicht voran und wurde beendet. Die Datei ist vermutlich beschädigt oder wird beim Entpacken viel größer, als sie aussieht.`,
      next: 'Exportieren Sie die Datei erneut. Liegt sie auf einem Netzlaufwerk, kopieren Sie sie zuerst auf dieses Gerät.',
    }),
    'file-unreadable': ({ file, cause }) => ({
      title: `${file} kann nicht gelesen werden`,
      explanation: `Der Browser konnte die Datei nicht lesen (${cause}). Vielleicht wurde sie seit der Auswahl verschoben, geändert oder gelöscht, oder sie ist ein Ordner.`,
      next: 'Wählen Sie die Datei noch einmal. Liegt sie auf einem Netzlaufwerk oder USB-Stick, kopieren Sie sie zuerst auf dieses Gerät.',
    }),
    'file-encrypted': ({ file }) => ({
      title: `${file} ist verschlüsselt`,
      explanation: 'Ohne Schlüssel ist der Inhalt nicht lesbar, und Loyalty Lens kann keinen entgegennehmen.',
      next: 'Exportieren Sie die Datei erneut ohne Verschlüsselung und öffnen Sie sie dann hier.',
    }),
    'kind-unknown': ({ file, columns, closest, missing }) => ({
      title: `${file} enthält weder Karten noch Transaktionen noch Filialen`,
      explanation: closest
        ? `Am ehesten ist sie eine ${fileOf[closest]}, aber es ${lacking(missing)}. ${has(columns)}`
        : `Dateien werden an ihren Spalten erkannt. ${has(columns)}`,
      next: !closest
        ? 'Lassen Sie diese Datei weg oder prüfen Sie, ob es die richtige ist.'
        : missing.length === 1
          ? `Ist das Ihre ${fileOf[closest]}, exportieren Sie sie mit dieser Spalte; sonst lassen Sie sie weg.`
          : `Ist das Ihre ${fileOf[closest]}, exportieren Sie sie mit diesen Spalten; sonst lassen Sie sie weg.`,
    }),
    'column-missing': ({ file, kind, missing, columns }) =>
      missing.length === 1
        ? {
            title: `In ${file} ${lacking(missing)}`,
            explanation: `Eine ${fileOf[kind]} braucht diese Spalte. ${has(columns)}`,
            next: `Exportieren Sie die ${fileOf[kind]} erneut mit dieser Spalte, oder geben Sie der Spalte mit diesem Inhalt den richtigen Namen.`,
          }
        : {
            title: `In ${file} ${lacking(missing)}`,
            explanation: `Eine ${fileOf[kind]} braucht diese Spalten. ${has(columns)}`,
            next: `Exportieren Sie die ${fileOf[kind]} erneut mit diesen Spalten, oder geben Sie den Spalten mit diesem Inhalt die richtigen Namen.`,
          },
    'column-ambiguous': ({ file, column, columns }) => ({
      title: `${file} hat mehrere Spalten „${column}“`,
      explanation:
        new Set(columns).size === 1
          ? `${columnCount(columns.length)} heißen so. Deshalb ist nicht klar, welche gemeint ist.`
          : `Die Spalten ${quoted(columns)} unterscheiden sich nur in der Groß- und Kleinschreibung. Deshalb ist nicht klar, welche gemeint ist.`,
      next: 'Benennen Sie alle bis auf eine um oder entfernen Sie sie, und öffnen Sie die Datei dann erneut.',
    }),
    'column-type': ({ file, column, found: type, wanted }) => ({
      title: `Die Spalte „${column}“ in ${file} hat den falschen Typ`,
      explanation: `Der Typ ist ${type}; gebraucht wird: ${wants[wanted] ?? wanted}.`,
      next: `Exportieren Sie die Datei erneut und wählen Sie für „${column}“ einen passenden Typ.`,
    }),
    'delta-unreadable': ({ file, why }) => ({
      title: `Die Tabelle ${file} lässt sich nicht nach ihrem Protokoll lesen`,
      explanation:
        why === 'checkpoint'
          ? 'Es ist eine Delta-Tabelle, deren Protokoll mit einem Checkpoint beginnt, der hier nicht gelesen wird: Teile könnten ersetzt sein, und Zeilen würden doppelt gezählt.'
          : 'Es ist eine Delta-Tabelle, in der Zeilen eines Teils in einer eigenen Datei gelöscht sind, die hier nicht gelesen wird: Sie würden trotzdem gezählt.',
      next: 'Exportieren Sie die Tabelle als eine Parquet- oder CSV-Datei. Wenn Sie wissen, dass jeder Teil gilt, öffnen Sie die Teile ohne den Ordner _delta_log.',
    }),
    'kind-twice': ({ kind, files, rows }) => ({
      title: `Es gibt zwei Exporte derselben ${kinds[kind]}`,
      explanation: `${quoted(files)} haben ${plural(rows, { one: '# ID', other: '# IDs' })} gemeinsam und sagen Verschiedenes darüber; nichts darin verrät, welche die neuere ist.`,
      next: 'Öffnen Sie nur den neueren. Dateien, die einander fortsetzen, können Sie zusammen öffnen.',
    }),
    'kind-absent': ({ kind, files, leftOut }) => ({
      title: `Die ${fileOf[kind]} fehlt`,
      explanation: `In ${quoted(files)} fehlen ${needs[kind]}. Ohne sie ist es kein Export.${
        leftOut.length === 0 ? '' : ` Weggelassen: ${withReasons(leftOut)}.`
      }`,
      next: 'Wählen Sie alle Dateien des Exports auf einmal, oder ziehen Sie sie zusammen hierher.',
    }),
    'no-usable-rows': ({ file, rows, column, reason, example }) => ({
      title: `Keine Zeile von ${file} ist verwendbar`,
      explanation:
        rows === 1
          ? `Die einzige Zeile wurde aussortiert. Grund: ${why(column, reason, example)}.`
          : `Alle ${rowCount(rows)} wurden aussortiert. Häufigster Grund: ${why(column, reason, example)}.`,
      next:
        column === ''
          ? 'Beheben Sie das und exportieren Sie die Datei erneut.'
          : `Korrigieren Sie die Spalte „${column}“ und exportieren Sie die Datei erneut.`,
    }),
    'rows-lost': ({ file, expected, got }) => ({
      title: `Nicht alle Zeilen von ${file} sind angekommen`,
      explanation: `Von ${rowCount(expected)} wurden ${integer(got)} gelesen. Auswertungen aus einem Teil wären falsch, deshalb wurde die Datei nicht geöffnet.`,
      next: 'Öffnen Sie den Export noch einmal. Passiert es wieder, exportieren Sie ihn neu.',
    }),
    'out-of-memory': ({ file }) => ({
      title: file
        ? `${file} ist zu groß für den Speicher dieses Browser-Tabs`
        : 'Der Speicher dieses Browser-Tabs reicht nicht aus',
      explanation: 'Alles wird auf diesem Gerät berechnet, in dem Speicher, den der Browser einer Seite gibt.',
      next: 'Schließen Sie andere Tabs und versuchen Sie es erneut, nehmen Sie ein Gerät mit mehr Speicher oder exportieren Sie einen kürzeren Zeitraum.',
    }),
    'too-large': ({ rows, bytes, limit }) => ({
      title: 'Der Export ist zu groß für einen Browser-Tab',
      explanation: `Für ${rowCount(rows)} sind etwa ${fileSize(bytes)} Speicher nötig; verfügbar sind ${fileSize(limit)}. Es wurde nichts geladen, und was geöffnet war, bleibt geöffnet.`,
      next: 'Öffnen Sie weniger Jahre oder nur einen Händler. Statt CSV können Sie auch Parquet exportieren: Das braucht beim Lesen weniger Platz.',
    }),
    'load-cancelled': () => ({
      title: 'Das Öffnen wurde abgebrochen',
      explanation: 'Die Dateien wurden nicht geöffnet.',
      next: 'Sie können sie jederzeit erneut öffnen.',
    }),
    'load-in-progress': () => ({
      title: 'Ein anderer Export wird noch geöffnet',
      explanation: 'Exporte werden einer nach dem anderen geöffnet.',
      next: 'Warten Sie, bis er geöffnet ist, oder brechen Sie das Öffnen zuerst ab.',
    }),
    'nothing-loaded': () => ({
      title: 'Es ist kein Export geöffnet',
      explanation: 'Ohne Export gibt es nichts auszuwerten.',
      next: 'Öffnen Sie Ihre Dateien mit Karten und Transaktionen oder ein Beispiel.',
    }),
    'parameter-invalid': ({ parameter, value, wanted }) => ({
      title: `„${value}“ ist für ${parameter} nicht möglich`,
      explanation: `Möglich für ${parameter}: ${wantedWords(wanted)}.`,
      next: 'Wählen Sie einen anderen Wert.',
    }),
    'merchant-needed': ({ merchants }) => ({
      title: 'Welcher Händler?',
      explanation: `Der Export enthält ${plural(merchants.length, { other: '# Händler' })}: ${some(merchants.map(String), 12, '# weiterer')}.`,
      next: 'Wählen Sie einen davon.',
    }),
    internal: ({ cause }) => ({
      title: 'Etwas ist schiefgegangen',
      explanation: `Der Fehler liegt bei Loyalty Lens, nicht bei Ihren Dateien (${cause}).`,
      next: 'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte mit dem Wortlaut oben.',
    }),
  };

  /** `fehlt die Spalte „a“` */
  function lacking(missing: string[]): string {
    return missing.length === 1 ? `fehlt die Spalte ${quoted(missing)}` : `fehlen die Spalten ${quoted(missing)}`;
  }

  function has(columns: string[]): string {
    if (columns.length === 0) return 'Die Datei hat gar keine Spalten.';
    return columns.length === 1
      ? `Vorhanden ist nur die Spalte ${some(columns)}.`
      : `Vorhanden sind die Spalten ${some(columns)}.`;
  }

  /** `kein Datum, etwa „a“ (Spalte „b“)` */
  function why(column: string, reason: SetAsideReason, example: string | null): string {
    const words = `${reasons[reason].charAt(0).toLowerCase()}${reasons[reason].slice(1)}`;
    const shown = example === null ? words : `${words}, etwa „${example}“`;
    return column === '' ? shown : `${shown} (Spalte „${column}“)`;
  }
  return { errorText, causeText };
}
