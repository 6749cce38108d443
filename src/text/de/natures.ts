import type { FileNature } from '../../contract/files.ts';

const sourceWords =
  'Exportieren Sie die Daten erneut als Parquet oder CSV aus Ihrem Kundenkartensystem und öffnen Sie sie dann hier. Auch eine Tabellenkalkulation kann als Excel-Arbeitsmappe oder CSV speichern.';

const saveAsCsv =
  'Öffnen Sie die Datei in dem Programm, aus dem sie stammt, speichern Sie sie als CSV und öffnen Sie diese hier.';

const saveAsXlsx =
  'Wählen Sie in Excel „Speichern unter“ und dann „Excel-Arbeitsmappe (.xlsx)“, und öffnen Sie die neue Datei hier.';

const unpack = 'Entpacken Sie es und öffnen Sie die Dateien darin.';

/** What a file is that cannot be opened, and what to do about it. In German. */
export const natureWords: Record<FileNature, { is: string; next: string }> = {
  excel: {
    is: 'Das ist eine Arbeitsmappe aus einem Excel vor 2007 (.xls)',
    next: saveAsXlsx,
  },
  'excel-binary': { is: 'Das ist eine binäre Excel-Arbeitsmappe (.xlsb)', next: saveAsXlsx },
  'excel-protected': {
    is: 'Das ist eine Arbeitsmappe mit Kennwort',
    next: 'Wählen Sie in Excel „Datei“, „Informationen“, „Arbeitsmappe schützen“ und „Mit Kennwort verschlüsseln“, löschen Sie das Kennwort, speichern Sie die Mappe und öffnen Sie sie hier.',
  },
  spreadsheet: {
    is: 'Das ist eine Tabelle aus LibreOffice oder OpenOffice (.ods)',
    next: 'Speichern Sie sie als Excel-Arbeitsmappe (.xlsx) und öffnen Sie diese hier.',
  },
  numbers: {
    is: 'Das ist eine Tabelle aus Apple Numbers',
    next: 'Wählen Sie in Numbers „Ablage“, „Exportieren“ und „Excel“ und öffnen Sie die neue Datei hier.',
  },
  document: {
    is: 'Das ist ein Textdokument',
    next: 'Lassen Sie es weg oder exportieren Sie seine Daten als CSV.',
  },
  pdf: {
    is: 'Das ist ein PDF',
    next: 'Bitten Sie um den Export als CSV oder Parquet: Ein PDF ist nur zum Lesen da.',
  },
  html: {
    is: 'Das ist eine Webseite',
    next: 'Vermutlich wurde eine Anmelde- oder Fehlerseite heruntergeladen. Melden Sie sich in Ihrem Kundenkartensystem an und laden Sie den Export erneut herunter.',
  },
  'html-table': {
    is: 'Das ist eine Webseite mit einer Tabelle, die wie eine Arbeitsmappe heißt',
    next: 'Öffnen Sie sie in Excel, wählen Sie „Speichern unter“ und dann „Excel-Arbeitsmappe (.xlsx)“ oder „CSV UTF-8“, und öffnen Sie die neue Datei hier.',
  },
  xml: { is: 'Das ist eine XML-Datei', next: sourceWords },
  json: { is: 'Das ist eine JSON-Datei', next: sourceWords },
  zip: { is: 'Das ist ein Archiv in einem Archiv', next: unpack },
  compressed: {
    is: 'Diese Art der Komprimierung wird nicht unterstützt',
    next: 'Entpacken Sie die Datei und öffnen Sie, was darin ist.',
  },
  database: {
    is: 'Das ist eine Datenbank',
    next: 'Exportieren Sie ihre Tabellen als CSV oder Parquet und öffnen Sie diese hier.',
  },
  data: { is: 'Sie enthält Tabellen für andere Programme', next: sourceWords },
  image: {
    is: 'Das ist ein Bild',
    next: 'Lassen Sie es weg und öffnen Sie die Dateien mit Karten und Transaktionen.',
  },
  binary: { is: 'Das ist weder Text noch eine Parquet-Datei', next: saveAsCsv },
};
