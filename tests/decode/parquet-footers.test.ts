import { Field, Float16, Int32, Int64, List, Struct, TimeMillisecond, Utf8, vectorFromArray } from 'apache-arrow';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../workers/decode/decoder.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { cardsFile, engineWith, failureOf, transactionsFile } from '../support/exports.ts';
import { parquetFile } from '../support/parquet.ts';
import { realFiles } from '../support/real-files.ts';

const cards = cardsFile([
  { id: 1, createdAt: '2026-01-01T00:00:00Z' },
  { id: 2, createdAt: '2026-01-02T00:00:00Z' },
]);
const transactions = transactionsFile([{ card: 1, at: '2026-02-01T00:00:00Z' }]);

describe('columns that are not needed', () => {
  const strange = {
    tags: vectorFromArray([['a', 'b'], ['c']], new List(new Field('item', new Utf8(), true))),
    address: vectorFromArray([{ id: 'x' }, { id: 'y' }], new Struct([new Field('id', new Utf8(), true)])),
    half: vectorFromArray([1, 2], new Float16()),
    opened: vectorFromArray([1000, 2000], new TimeMillisecond()),
  };

  it('may be nested or of types that nothing here knows', async () => {
    const { engine, summary } = await engineWith([
      cardsFile(
        [
          { id: 1, createdAt: '2026-01-01T00:00:00Z' },
          { id: 2, createdAt: '2026-01-02T00:00:00Z' },
        ],
        strange,
      ),
      transactions,
    ]);
    expect(summary.files[0]).toMatchObject({ rowsUsed: 2, ignored: ['tags', 'address', 'half', 'opened'] });
    const { files } = await engine.inspect([
      cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }], { tags: strange.tags.slice(0, 1) }),
    ]);
    expect(files[0]!.preview[0]!.at(-1)).toBe('…');
  });

  it('are refused with their type when one is needed after all', async () => {
    const { engine } = await engineWith([cards, transactions]);
    const timed = transactionsFile([{ card: 1, at: '2026-02-01T00:00:00Z' }], {
      transaction_at: vectorFromArray([1000], new TimeMillisecond()),
    });
    const failure = await failureOf(engine.load([cards, timed], () => undefined));
    expect(failure.code).toBe('column-type');
    expect(failure.details).toMatchObject({
      column: 'transaction_at',
      found: 'Time32<MILLISECOND>',
      wanted: 'instant',
    });
  });

  it('do not come along because their name begins like that of one that is', async () => {
    const named = { Prämie: vectorFromArray([5], new Int32()), Prämien: vectorFromArray([7], new Int32()) };
    const file = transactionsFile([{ card: 1, at: '2026-02-01T00:00:00Z' }], named);
    const decoder = new FileDecoder();
    const opened = await decoder.open(file, file.name);
    const { id } = opened;
    await decoder.beginReading(id, placesOf(opened, ['Prämie']));
    expect((await decoder.next(id))!.rows).toBe(1);
  });
});

describe('what writers add to the footer', () => {
  it('is not trusted: a copy of the schema that cannot be read', async () => {
    const bytes = Buffer.from(await cards.arrayBuffer());
    // Behind the name come the value's field, the length of the text in two or three bytes, and the text.
    bytes.write('!!!!!!!!', bytes.indexOf('ARROW:schema') + 'ARROW:schema'.length + 8, 'latin1');
    const { summary } = await engineWith([new File([bytes], 'cards.parquet'), transactions]);
    expect(summary.files[0]).toMatchObject({ rowsUsed: 2 });
  });

  it('must not contradict itself: rows in all and in the row groups', async () => {
    const bytes = Buffer.from(await cards.arrayBuffer());
    const start = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    // The rows of the file: field 3 behind a list, an i64.
    const at = bytes.indexOf(Buffer.from([0x16, 2 << 1, 0x19]), start);
    bytes[at + 1] = 3 << 1;
    const { engine } = await engineWith([cards, transactions]);
    const failure = await failureOf(engine.load([new File([bytes], 'cards.parquet'), transactions], () => undefined));
    expect(failure.code).toBe('file-damaged');
    expect(failure.details).toMatchObject({ cause: 'contradiction' });
  });
});

const folder = realFiles();

describe.skipIf(!folder)('files of other programs', () => {
  const opened = async (path: string): Promise<OpenedFile & { decoder: FileDecoder }> => {
    const decoder = new FileDecoder();
    const file = new File([await readFile(new URL(path, folder!))], path);
    return { decoder, ...(await decoder.open(file, path)) };
  };

  describe('with encrypted columns', () => {
    const path = 'parquet-testing/data/encrypt_columns_plaintext_footer.parquet.encrypted';

    it('are read where the needed columns are not', async () => {
      const { decoder, id, columns } = await opened(path);
      await decoder.beginReading(id, placesOf({ columns }, ['boolean_field', 'ba_field', 'int96_field']));
      expect(await decoder.next(id)).toMatchObject({ rows: 50 });
      expect(await decoder.next(id)).toBeNull();
    });

    it('are called encrypted where one of them is', async () => {
      const { decoder, id, columns } = await opened(path);
      const failure = await failureOf(
        decoder.beginReading(id, placesOf({ columns }, ['boolean_field', 'float_field'])),
      );
      expect([failure.code, failure.details]).toEqual(['file-encrypted', { file: path }]);
    });

    it('show what is not in the preview', async () => {
      const { decoder, id } = await opened(path);
      const [first] = await decoder.preview(id, 10);
      expect(first!.map((value) => value === '…')).toEqual([false, false, true, false, true, true, false, false]);
    });
  });

  it.each([
    ['parquet-testing/data/dict-page-offset-zero.parquet', 'l_partkey', 39],
    ['hyparquet/strings.parquet', 'c_utf8', 4],
  ])('%s, which the format does not quite allow', async (path, column, rows) => {
    const { decoder, id, columns } = await opened(path);
    await decoder.beginReading(id, placesOf({ columns }, [column]));
    expect((await decoder.next(id))!.rows).toBe(rows);
  });
});

it('reads a file without rows as one', async () => {
  const stores = parquetFile('stores.parquet', { id: [[], new Int64()], name: [[], new Utf8()] });
  const { summary } = await engineWith([cards, transactions, stores]);
  expect(summary.files.find(({ kind }) => kind === 'stores')).toMatchObject({ rowsRead: 0, rowsUsed: 0 });
});

function placesOf({ columns }: Pick<OpenedFile, 'columns'>, names: readonly string[]): number[] {
  return names.map((wanted) => columns.find(({ name }) => name === wanted)!.place);
}
