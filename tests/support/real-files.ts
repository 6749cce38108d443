import { existsSync } from 'node:fs';

/**
 * The folder of files that other programs wrote: `parquet-testing` of Apache (with its `bad_data`), hyparquet's corpus with the expected
 * rows, and the workbooks of calamine. Null where it is absent, which CI does not accept.
 *
 * @throws Error in CI without the folder.
 */
export function realFiles(): URL | null {
  const folder = new URL('../../../shared/real-files/', import.meta.url);
  if (existsSync(folder)) return folder;
  if (process.env.CI) throw new Error(`The corpora are not there. ${howToGet}`);
  return null;
}

export const howToGet = `They are expected in ../shared/real-files beside the repository: "parquet-testing" from
https://github.com/apache/parquet-testing (commit 1a2a751, its folders data and bad_data), and "hyparquet" from
https://github.com/hyparam/hyparquet (commit f6f674a, its folder test/files), and "calamine" from https://github.com/tafia/calamine
(commit 263762c, its folder tests).`;
