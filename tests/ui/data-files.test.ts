import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../src/ui/data-files.ts';

const folder = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File(['x'], path.slice(path.lastIndexOf('/') + 1)) }));
const names = (files: File[]) => files.map(({ name }) => name);

describe('the files of a folder', () => {
  it('are those of an export, whatever lies beside them', () => {
    const found = dataFiles(
      folder(
        'e/notes.txt',
        'e/cards.CSV',
        'e/t.csv.gz',
        'e/_SUCCESS',
        'e/.t.csv.crc',
        'e/.cards.csv',
        'e/a.zip',
        'e/book.xlsx',
        'e/macros.XLSM',
        'e/s.tsv',
      ),
    );
    expect(names(found.files)).toEqual(['a.zip', 'book.xlsx', 'cards.CSV', 'macros.XLSM', 's.tsv', 't.csv.gz']);
    expect(found.notOffered).toEqual(['e/notes.txt', 'e/.cards.csv', 'e/.t.csv.crc', 'e/_SUCCESS']);
    expect(dataFiles(folder('__MACOSX/cards.csv', 'e/x.pdf')).files).toEqual([]);
  });

  it('are text files where there is nothing else', () => {
    const found = dataFiles(folder('e/cards.txt', 'e/x.doc'));
    expect(names(found.files)).toEqual(['cards.txt']);
    expect(found.notOffered).toEqual(['e/x.doc']);
  });

  it('have a name each: partitions of the same name go by their paths', () => {
    const found = dataFiles(folder('e/transactions/part-0.parquet', 'e/cards/part-0.parquet', 'e/stores.parquet'));
    expect(names(found.files)).toEqual(['e/cards/part-0.parquet', 'stores.parquet', 'e/transactions/part-0.parquet']);
  });

  it('are texts as well that are called like one of an export, and not other texts', () => {
    const found = dataFiles(
      folder('e/cards.csv', 'e/transactions.txt', 'e/members', 'e/stores.tab', 'e/notes.txt', 'e/LICENSE'),
    );
    expect(names(found.files)).toEqual(['cards.csv', 'members', 'stores.tab', 'transactions.txt']);
    expect(found.notOffered).toEqual(['e/LICENSE', 'e/notes.txt']);
  });

  it('keep the folders that are columns, and come with the log of their table', () => {
    const found = dataFiles(
      folder(
        'e/cards/merchant_id=3/a.parquet',
        'e/cards/merchant_id=4/b.parquet',
        'e/t/part-1.parquet',
        'e/t/_delta_log/00000000000000000000.json',
        'e/t/_delta_log/.00000000000000000000.json.crc',
        'e/stores.csv',
      ),
    );
    expect(names(found.files)).toEqual([
      'e/cards/merchant_id=3/a.parquet',
      'e/cards/merchant_id=4/b.parquet',
      'stores.csv',
      'e/t/_delta_log/00000000000000000000.json',
      'e/t/part-1.parquet',
    ]);
  });
});
