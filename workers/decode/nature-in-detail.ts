import type { FileNature } from '../../src/contract/files.ts';
import { natureOfCompound } from './compound.ts';

/** Names under which programs hand out web pages, so that Excel opens them. */
const calledWorkbook = /\.xl[st][xmb]?$/i;

/**
 * What a file is, where its first bytes say only what kind of file that comes in: a workbook with a password or of before 2007, a web page
 * or XML that is a table for Excel.
 *
 * @param nature by its first bytes
 * @param head more of its bytes
 */
export async function natureInDetail(
  nature: FileNature,
  head: Uint8Array,
  file: Blob,
  name: string,
): Promise<FileNature> {
  if (nature === 'excel') return natureOfCompound(file);
  if (nature !== 'html' && nature !== 'xml') return nature;
  const text = new TextDecoder().decode(head).replaceAll('\0', '');
  if (/progid="Excel\.Sheet"/.test(text)) return 'excel';
  if (/urn:oasis:names:tc:opendocument/.test(text)) return 'spreadsheet';
  const isTable = /<table[\s>]/i.test(text) && (calledWorkbook.test(name) || /office:excel/.test(text));
  return nature === 'html' && isTable ? 'html-table' : nature;
}
