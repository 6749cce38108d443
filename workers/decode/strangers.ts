import { isCalledAsData, isOfLog } from '../../src/domain/file-names.ts';

/** What programmes leave behind: `.DS_Store`, `__MACOSX`, `~$cards.xlsx`, `_SUCCESS`, `Thumbs.db`. */
const leftBehind =
  /(^|\/)(\.|~\$|__MACOSX\/|_[^./]*$|(thumbs|ehthumbs)\.db$|desktop\.ini$)|\.(crc|md5|sha\d+|lnk|url|webloc)$/i;

const pictures = /\.(png|jpe?g|gif|svg|webp|avif|heic|bmp|tiff?|ico|mp[34]|mov|m4a|wav)$/i;

/** Documents for reading. A workbook is none of them: it may well hold the export. */
const documents = /\.(pdf|docx?|odt|rtf|pptx?|odp|key|pages|md|html?|css|js|eml)$/i;

const readMe = /(^|\/)(read[ _-]?me|lies[ _-]?mich|lisez[ _-]?moi|leeme|leggimi|licen[cs]e|changelog)(\.txt)?$/i;

/**
 * The names that are plainly those of no part of an export, as they lie beside one in a folder; none where all are such: then one of
 * them was meant, and has to say why it cannot be opened.
 */
export function strangersAmong(names: readonly string[]): Set<string> {
  const strangers = new Set(names.filter(isStranger));
  return names.every((name) => strangers.has(name)) ? new Set() : strangers;
}

/** Whether a name is plainly that of no part of an export. */
export function isStranger(name: string): boolean {
  // One that was meant as the export gets its own message, which helps more than "cards are missing".
  const isDocument = documents.test(name) && !isCalledAsData(name);
  if (isOfLog(name)) return false;
  return leftBehind.test(name) || pictures.test(name) || readMe.test(name) || isDocument;
}
