import type { FileNature } from '../../contract/files.ts';

const saveAsXlsx =
  'Dans Excel, choisissez «\u00a0Enregistrer sous\u00a0», puis «\u00a0Classeur Excel (.xlsx)\u00a0», et ouvrez ce fichier ici.';

const fromSource =
  'Exportez-le à nouveau en Parquet ou en CSV depuis votre plateforme de fidélité, puis ouvrez-le ici. Un tableur sait enregistrer au format Excel ou CSV.';

/** What a file is that cannot be opened, and what to do about it. In French. */
export const natureWords: Record<FileNature, { is: string; next: string }> = {
  excel: {
    is: 'c’est un classeur d’un Excel antérieur à 2007 (.xls)',
    next: saveAsXlsx,
  },
  'excel-binary': { is: 'c’est un classeur Excel binaire (.xlsb)', next: saveAsXlsx },
  'excel-protected': {
    is: 'c’est un classeur protégé par mot de passe',
    next: 'Dans Excel, choisissez «\u00a0Fichier\u00a0», «\u00a0Informations\u00a0», «\u00a0Protéger le classeur\u00a0», «\u00a0Chiffrer avec mot de passe\u00a0», effacez le mot de passe, enregistrez le classeur et ouvrez-le ici.',
  },
  spreadsheet: {
    is: 'c’est un classeur LibreOffice ou OpenOffice (.ods)',
    next: 'Enregistrez-le comme classeur Excel (.xlsx), et ouvrez ce fichier ici.',
  },
  numbers: {
    is: 'c’est une feuille de calcul Apple Numbers',
    next: 'Dans Numbers, choisissez «\u00a0Fichier\u00a0», «\u00a0Exporter vers\u00a0», «\u00a0Excel\u00a0», et ouvrez ce fichier ici.',
  },
  document: { is: 'c’est un document texte', next: 'Laissez-le de côté, ou exportez ses données en CSV.' },
  pdf: {
    is: 'c’est un document PDF',
    next: 'Demandez l’export en CSV ou en Parquet\u00a0: un PDF ne sert qu’à la lecture.',
  },
  html: {
    is: 'c’est une page web',
    next: 'Vous avez sans doute téléchargé une page de connexion ou d’erreur. Connectez-vous à votre plateforme de fidélité et téléchargez à nouveau l’export.',
  },
  'html-table': {
    is: 'c’est une page web avec un tableau, sous le nom d’un classeur',
    next: 'Ouvrez-la dans Excel, choisissez «\u00a0Enregistrer sous\u00a0», puis «\u00a0Classeur Excel (.xlsx)\u00a0» ou «\u00a0CSV UTF-8\u00a0», et ouvrez ce fichier ici.',
  },
  xml: { is: 'c’est un fichier XML', next: fromSource },
  json: { is: 'c’est un fichier JSON', next: fromSource },
  zip: { is: 'c’est une archive dans une autre', next: 'Décompressez-la, et ouvrez les fichiers qu’elle contient.' },
  compressed: {
    is: 'son mode de compression n’est pas pris en charge',
    next: 'Décompressez-le, et ouvrez les fichiers qu’il contient.',
  },
  database: {
    is: 'c’est une base de données',
    next: 'Exportez ses tables en CSV ou en Parquet, et ouvrez-les ici.',
  },
  data: { is: 'il contient des tables destinées à d’autres programmes', next: fromSource },
  image: { is: 'c’est une image', next: 'Laissez-la de côté, et ouvrez les fichiers de cartes et de transactions.' },
  binary: {
    is: 'ce n’est ni du texte ni un fichier Parquet',
    next: 'Ouvrez-le dans le programme d’où il vient, enregistrez-le en CSV, et ouvrez ce CSV ici.',
  },
};
