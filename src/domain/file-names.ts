/** Names that suggest that a file was meant as a part of an export. */
const data =
  /card|kart|carte|member|mitglied|customer|kunde|client|transac|transak|buchung|umsatz|store|filial|export|loyal/i;

/** Whether a file is called as one of an export is, whatever its folders and its ending. */
export function isCalledAsData(path: string): boolean {
  return data.test(path.slice(path.lastIndexOf('/') + 1));
}

/** A folder that is a column (`merchant_id=3`), or the log of a Delta table. */
const tellingFolder = /(^|\/)(?=[^/=]+=[^/]*\/|_delta_log\/)/;

/**
 * The part of a path that says something of the table in the file: from the folder before the first one that is a column or a log. Null where
 * there is none.
 */
export function tellingPath(path: string): string | null {
  const found = tellingFolder.exec(path);
  if (!found) return null;
  const before = path.slice(0, found.index);
  return path.slice(before.lastIndexOf('/') + 1);
}

/** Whether a file belongs to the log of a Delta table. */
export function isOfLog(path: string): boolean {
  return /(^|\/)_delta_log\/[^/]+$/.test(path);
}

/** Whether a file is a table by the ending of its name. */
export function isTable(name: string): boolean {
  return /\.(parquet|parq|pq|csv|tsv|tab)(\.gz)?$|\.(zip|xlsx|xlsm)$/i.test(name);
}

/** Whether a file may be a table, or be meant to be one, by the ending of its name. */
export function mayBeTable(name: string): boolean {
  return isTable(name) || /\.(txt(\.gz)?|xls)$/i.test(name);
}
