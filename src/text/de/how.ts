import type { DefinitionName } from '../../contract/definitions.ts';
import type { Format } from '../format.ts';
import type { LaterMessages } from '../messages.ts';
import { helpers } from './helpers.ts';
import { viewsText } from './views.ts';

/** In German. */
export function how(format: Format): Pick<LaterMessages, 'howText'> {
  const { fileSize, integer, percent } = format;
  const { rows: rowCount } = helpers(format);
  const earning =
    'Gezählt werden Transaktionen, bei denen mehr als 0 Punkte oder Stempel gesammelt wurden. Einlösungen, Korrekturen und Boni zählen nicht.';
  const revenue =
    'Der Umsatz ist die Summe ihrer Einkaufsbeträge. Enthält der Export keine, lässt er sich aus den Punkten schätzen, sobald Sie angeben, wie viele Sie je Währungseinheit vergeben.';
  const lookBack =
    'Der Rückblick reicht vom Stichtag aus um Monate von je 31\u00a0Tagen zurück, wie in Ihrem Kundenkartensystem.';

  const how: Record<DefinitionName, ReturnType<LaterMessages['howText']['of']>> = {
    cohorts: {
      says: [
        'Eine Kohorte sind alle Karten, die in einem Kalendermonat angemeldet wurden. Ihre Fenster haben je 30\u00a0Tage, gezählt ab dem Ersten dieses Monats: Wie in Ihrem Kundenkartensystem verschieben sie sich gegenüber dem Kalender.',
        'Eine Karte zählt in einem Fenster, wenn sie darin mindestens eine Transaktion hat, gleich welcher Art. Weitere ändern nichts.',
        'Für eine Filiale zählen die Karten, deren erste Transaktion in einer Filiale dort war. Wo sie später genutzt wurden, spielt keine Rolle.',
      ],
      formula: 'Wiederkehrquote = im Fenster genutzte Karten ÷ im Monat angemeldete Karten',
    },
    'at-risk': {
      says: [
        'Der übliche Abstand einer Karte ist der Mittelwert der ganzen Tage zwischen ihren Transaktionen. Mit weniger als zwei Transaktionen hat sie keinen eigenen; dann gelten 60\u00a0Tage.',
        'Geprüft werden gültige Karten, die schon genutzt wurden. Die Liste beginnt mit den am längsten inaktiven. Suchen und Sortieren ändern die Liste, nicht die Zahl.',
        'Für eine Filiale zählen die Karten, deren letzte Transaktion in einer Filiale dort war.',
      ],
      formula: 'gefährdet: Tage inaktiv > üblicher Abstand × Schwelle',
    },
    spread: {
      says: [
        'Jede geprüfte Karte wird danach eingeordnet, wie lange sie schon inaktiv ist, gemessen in ihren eigenen üblichen Abständen und in Schritten von einem Viertel. Alles über acht Abständen zählt zusammen.',
        'Der übliche Abstand ist der Mittelwert der ganzen Tage zwischen den Transaktionen einer Karte; mit weniger als zwei Transaktionen sind es 60\u00a0Tage.',
      ],
      formula: 'Einordnung = Tage inaktiv ÷ üblicher Abstand',
    },
    bands: {
      says: [
        'Ein Besuch ist ein Tag, an dem die Karte genutzt wurde, wie oft auch immer. Der übliche Abstand einer Karte ist die mittlere Zahl der Tage von einem Besuch zum nächsten. Mit nur einem Besuch hat sie keinen.',
        'Gezählt werden die Tage vom letzten Besuch bis zum Stichtag. Bis zu einem üblichen Abstand ist eine Karte im Rhythmus, bis zur Schwelle säumig, bis zum Doppelten überfällig, darüber verloren.',
        'Punkte sind Punktestände über 0 am Stichtag. Der Umsatz sind die Einkaufsbeträge der letzten 365\u00a0Tage, bei denen Punkte oder Stempel gesammelt wurden.',
        'Dasselbe für dieselben Karten 30\u00a0Tage davor ergibt die Bewegungen. Karten, die heute geschlossen sind, fehlen in einem Bericht zum Ende des Exports; zu einem früheren Stichtag zählen sie als gültig, weil nicht bekannt ist, wann sie geschlossen wurden. Für eine Filiale zählen die Karten, deren letzte Transaktion in einer Filiale dort war.',
      ],
      formula: 'Tage inaktiv ÷ üblicher Abstand, verglichen mit 1, der Schwelle und ihrem Doppelten',
    },
    'call-list': {
      says: [
        'Die Liste hat die Karten, die nach ihrem eigenen Rhythmus säumig oder überfällig sind und mindestens drei Besuche haben: Mit weniger gibt es keine Gewohnheit.',
        'Auf dem Spiel steht, was die nächsten 90\u00a0Tage bringen würden, hätte die Karte ihren Rhythmus behalten, mal dem Anteil solcher Karten, die nicht wiederkamen. Dieser Anteil ist in diesem Export gezählt: wie viele der Karten, die 90\u00a0Tage vor dem Stichtag säumig oder überfällig waren, seither keinen Besuch hatten.',
        'Der mittlere Einkauf sind alle Einkaufsbeträge, bei denen Punkte oder Stempel gesammelt wurden, geteilt durch alle Besuche. Ohne Beträge zählen die Besuche. Die Stammfiliale ist die mit den meisten Transaktionen der Karte.',
        'Wer von selbst wiederkommt und wer wegen eines Anrufs, weiß man nicht.',
      ],
      formula: 'auf dem Spiel = 90 ÷ üblicher Abstand × mittlerer Einkauf × Anteil, der wegblieb',
    },
    'back-test': {
      says: [
        'Die Regel wird gefragt, was sie so viele Tage vor dem Stichtag gesagt hätte, mit dem, was bis dahin bekannt war: welche Karten länger weg waren als das Vielfache ihres üblichen Abstands. Dann zeigt sich, wer bis zum Stichtag wieder da war.',
        'Geprüft werden Karten mit mindestens zwei Besuchen bis dahin. Präzision ist der Anteil der markierten Karten, die wegblieben, Abdeckung der Anteil der weggebliebenen, die markiert waren. Lift sagt, wievielmal so oft markierte Karten wegblieben wie alle geprüften.',
        'Daneben steht die einfachste Regel: nur die Tage seit dem letzten Besuch, ab der Zahl von Tagen, die etwa gleich viele Karten markiert. Welche der beiden besser ordnet, wird nur gesagt, wo das 95-%-Intervall des Unterschieds die Null auslässt (DeLong, DeLong und Clarke-Pearson, 1988); der Bereich eines Anteils ist der nach Wilson (1927).',
        'Eine Karte, die heute geschlossen ist, zählt am Tag des Tests als gültig: Wann sie geschlossen wurde, ist nicht bekannt. Ebenso wenig, was vor dem Beginn des Exports war.',
        'Noch nicht verloren: ohne die Karten, die bis dahin länger als das Doppelte des Faktors weg waren. Dass sie wegbleiben, weiß man ohne jede Regel, und es schmeichelt jeder. Wer bleibt, ist von der Regel selbst gewählt, daher wird sie dann nicht mit den Tagen verglichen.',
      ],
      formula: 'Präzision = markiert und weggeblieben ÷ markiert; Abdeckung = markiert und weggeblieben ÷ weggeblieben',
    },
    'back-test-service': {
      says: [
        'Die Regel des Dienstes für gefährdete Karten wird gefragt, was sie so viele Tage vor dem Stichtag gesagt hätte, mit dem, was bis dahin bekannt war. Dann zeigt sich, wer bis zum Stichtag wieder da war.',
        'Geprüft werden die Karten, die der Dienst prüft: heute gültig und bis dahin genutzt. Eine Karte mit weniger als zwei Transaktionen hat keinen eigenen Abstand; für ihn stehen 60\u00a0Tage.',
        'Präzision, Abdeckung, Lift und der Vergleich mit den Tagen seit dem letzten Besuch allein sind die der Regel nach eigenem Rhythmus; für eine Karte ohne Besuch zählen die Tage seit ihrer letzten Aktivität.',
      ],
      formula: 'Präzision = markiert und weggeblieben ÷ markiert; Abdeckung = markiert und weggeblieben ÷ weggeblieben',
    },
    'revenue-monthly': {
      says: [
        earning,
        `Für jeden Monat steht da, wie viele es waren, mit wie vielen Punkten und wie vielen verschiedenen Karten. ${revenue}`,
        lookBack,
      ],
      formula: 'geschätzter Umsatz = Punkte ÷ Punkte je Währungseinheit',
    },
    'revenue-by-store': {
      says: [earning, `Für jede Filiale steht da, wie viele es waren und mit wie vielen Punkten. ${revenue}`, lookBack],
      formula: 'geschätzter Umsatz = Punkte ÷ Punkte je Währungseinheit',
    },
    'overview-figures': {
      says: [
        'Die letzten 30\u00a0Tage bis zum Stichtag werden mit den 30\u00a0Tagen davor verglichen.',
        'Eine Karte ist aktiv, wenn sie eine Transaktion hat, gleich welcher Art. Für Punkte und Umsatz zählen Transaktionen, bei denen Punkte oder Stempel gesammelt wurden. Offene Punkte sind die Punktestände aller gültigen Karten am Stichtag.',
      ],
      formula: null,
    },
    'overview-second-visit': {
      says: [
        'Von den Karten, die 150 bis 60\u00a0Tage vor dem Stichtag angemeldet wurden: wie viele innerhalb von 60\u00a0Tagen nach der Anmeldung an einem späteren Tag wieder genutzt wurden. Alle hatten so viel Zeit.',
        'Verglichen wird mit den Karten, die in den 90\u00a0Tagen davor angemeldet wurden.',
      ],
      formula: 'zweiter Besuch = wieder genutzte Karten ÷ angemeldete Karten',
    },
    'overview-stores': {
      says: [
        'Verschiedene Karten mit einer Transaktion in der jeweiligen Filiale, in den letzten 91\u00a0Tagen und in den 91\u00a0Tagen davor. Beides sind 13 ganze Wochen, also mit gleich vielen Samstagen.',
        'Für eine Filiale, deren erste Transaktion in diese 182\u00a0Tage fällt, gibt es keinen Vergleich.',
      ],
      formula: null,
    },
    'overview-weekdays': {
      says: [
        'Alle Transaktionen der letzten 364\u00a0Tage, gleich welcher Art. Das sind 52 ganze Wochen: Jeder Wochentag kommt gleich oft vor.',
      ],
      formula: null,
    },
    'overview-months': {
      says: [
        'Für jeden Kalendermonat: die darin angemeldeten Karten und die verschiedenen Karten mit einer Transaktion, gleich welcher Art. Der letzte Monat endet mit dem Stichtag.',
      ],
      formula: null,
    },
    stores: { says: ['Die Filialen der Transaktionen und wie viele sie jeweils haben.'], formula: null },
    activity: {
      says: [
        'Die Transaktionen aller Karten nach Tagen, im ganzen Export. Die Zeitleiste fasst sie nach Wochen zusammen.',
      ],
      formula: null,
    },
  };

  /** Words of how the answers are computed. */
  const howText: LaterMessages['howText'] = {
    of: (name) => how[name],
    question: viewsText.how,
    close: 'Schließen',
    formula: 'Formel',
    definition: 'Die Definition in SQL',
    definitionHint:
      'Eine Anweisung, in die Ihre aktuelle Auswahl schon eingesetzt ist. In DuckDB und PostgreSQL liefert sie dieselben Zahlen wie hier; hier geht es nur schneller, mit Tabellen, die daraus erzeugt wurden.',
    copy: 'SQL kopieren',
    copied: 'Kopiert',
    copyFailed: 'Der Browser hat es nicht erlaubt: Das SQL ist markiert, kopieren Sie es mit der Tastatur.',
    tables: 'Die Tabellen dazu',
    tablesHint:
      'Ihre Karten, Transaktionen und Filialen nach der Prüfung, dazu der Kalender, als Parquet-Dateien in einem ZIP-Archiv. Entpacken Sie es, starten Sie DuckDB in diesem Ordner und fügen Sie das SQL ein.',
    namesInTables: 'Namen und Kartennummern stehen darin: Bewahren Sie sie so sicher auf wie den Export.',
    pseudonymsInTables:
      'Statt der Namen und Kartennummern stehen Pseudonyme darin, und die IDs der Karten sind neu vergebene Nummern. Wann, wo und für wie viel eine Karte benutzt wurde, bleibt wie im Export.',
    save: 'Geprüfte Tabellen speichern',
    saving: (rows, of) =>
      of === 0
        ? 'Wird gespeichert\u00a0…'
        : `${integer(rows)} von ${rowCount(of)} gespeichert (${percent((100 * rows) / of)})`,
    savedAs: (bytes) => `Gespeichert, ${fileSize(bytes)}.`,
    cancel: 'Abbrechen',
    fileName: 'loyalty-lens-tabellen.zip',
  };
  return { howText };
}
