import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../workers/decode/csv/opened-csv.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { failureOf } from '../support/exports.ts';
import { decodedText, textFile, type DecodedText } from '../support/text-files.ts';

const whole = new FileDecoder([csvFormat()]);
/** So small that every value is at the border of some chunk. */
const tiny = new FileDecoder([csvFormat({ chunkBytes: 3 })]);

/** Decoded in one chunk and in tiny ones: the same. */
async function decoded(content: string | Uint8Array, wanted?: string[]): Promise<DecodedText> {
  const result = await decodedText(whole, textFile(content), wanted);
  expect(await decodedText(tiny, textFile(content), wanted)).toEqual(result);
  return result;
}

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
}

describe('encodings', () => {
  const text = 'id,name\n1,Zoë ß €\n2,日本 😀\n';
  const rows = [
    ['1', 'Zoë ß €'],
    ['2', '日本 😀'],
  ];

  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], text)],
    ['UTF-16 little endian with its mark', bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')])],
    ['UTF-16 big endian with its mark', bytes([0xfe, 0xff], [...Buffer.from(text, 'utf16le').swap16()])],
    ['UTF-16 little endian', bytes([...Buffer.from(text, 'utf16le')])],
    ['UTF-16 big endian', bytes([...Buffer.from(text, 'utf16le').swap16()])],
  ])('%s', async (_, content) => {
    expect(await decoded(content)).toEqual({ columns: ['id', 'name'], rows, problems: {} });
  });

  it('Windows-1252', async () => {
    const content = bytes(
      'id,pr',
      [0xe9],
      'nom\n1,',
      [0xc9, 0x6d, 0x69, 0x6c, 0x65, 0x20, 0xdf, 0x20, 0x80, 0x92],
      '\n',
    );
    expect(await decoded(content)).toEqual({ columns: ['id', 'prénom'], rows: [['1', 'Émile ß €’']], problems: {} });
  });

  it('Windows-1252 that shows only far below the sample', async () => {
    const ascii = Array.from({ length: 40_000 }, (_, row) => `${row},plain name\n`).join('');
    const file = textFile(bytes('id,name\n', ascii, '40000,Ren', [0xe9], '\n40001,', [0x80], '\n'));
    const { rows, problems } = await decodedText(whole, file);
    expect(rows.slice(-2)).toEqual([
      ['40000', 'René'],
      ['40001', '€'],
    ]);
    expect(problems).toEqual({});
  });

  it('a row whose text is cut within a character is set aside, in the columns that are read', async () => {
    const content = bytes('id,name,city\n1,Zoë,Paris\n2,Ren', [0xc3], ',Köln\n3,Ann,Lyon\n');
    const { rows, problems } = await decoded(content);
    expect(rows).toEqual([
      ['1', 'Zoë', 'Paris'],
      [null, null, null],
      ['3', 'Ann', 'Lyon'],
    ]);
    expect(problems).toEqual({ 1: 'broken-text' });
    expect(await decoded(content, ['id', 'city'])).toMatchObject({
      rows: [
        ['1', 'Paris'],
        ['2', 'Köln'],
        ['3', 'Lyon'],
      ],
      problems: {},
    });
  });
});

describe('layout', () => {
  it.each([',', ';', '\t', '|'])('delimiter %j', async (delimiter) => {
    const content = ['id,name,amount', '1,"a,b;c\td|e",3', '2,x,4'].map((line) =>
      line.replace(/"[^"]*"|,/g, (found) => (found === ',' ? delimiter : found)),
    );
    const { columns, rows } = await decoded(content.join('\n'));
    expect(columns).toEqual(['id', 'name', 'amount']);
    expect(rows).toEqual([
      ['1', 'a,b;c\td|e', '3'],
      ['2', 'x', '4'],
    ]);
  });

  it('decimal commas do not make the comma the delimiter', async () => {
    const { rows } = await decoded('id;amount\n1;3,50\n2;4,25\n');
    expect(rows).toEqual([
      ['1', '3,50'],
      ['2', '4,25'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('lines that end in %j', async (end) => {
    const { rows, problems } = await decoded(['id,name', '1,"two', 'lines"', '2,"x"', '3,y', ''].join(end));
    expect(rows).toEqual([
      ['1', `two${end}lines`],
      ['2', 'x'],
      ['3', 'y'],
    ]);
    expect(problems).toEqual({});
  });

  it('lines that end now in one way, now in the other, and not at all', async () => {
    const { rows } = await decoded('id,name\r\n1,a\n2,"b"\r\n3,"c"\r');
    expect(rows).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  it('what Excel adds: the line of its separator, empty rows, delimiters at the end', async () => {
    const { columns, rows, problems } = await decoded('sep=;\r\n;;\r\nid;name;\r\n1;a;\r\n\r\n2;b\r\n3;c;;;\r\n');
    expect(columns).toEqual(['id', 'name', 'column 3']);
    expect(rows.map(([id, name]) => [id, name])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
    expect(problems).toEqual({});
  });

  it('names of columns are trimmed and told apart', async () => {
    const { columns } = await whole.open(textFile(' id ,"name",name,,name_2,\tlast\n1,a,b,c,d,e\n'), 'table.csv');
    expect(columns.map(({ name }) => name)).toEqual(['id', 'name', 'name_3', 'column 4', 'name_2', 'last']);
  });

  it.each([
    ['a column of values', '17\n18\n'],
    ['nothing but empty lines', '\n \n\r\n'],
  ])('no table: %s', async (_, content) => {
    expect(await failureOf(whole.open(textFile(content), 'table.csv'))).toMatchObject({ code: 'header-missing' });
  });

  it('a header alone', async () => {
    expect(await decoded('id,name')).toEqual({ columns: ['id', 'name'], rows: [], problems: {} });
  });
});

describe('rows', () => {
  it('quotes within quotes, empty values', async () => {
    const { rows } = await decoded('id,name,note\n1,"say ""hi""",\n"2","",5" pipe\n');
    expect(rows).toEqual([
      ['1', 'say "hi"', null],
      ['2', null, '5" pipe'],
    ]);
  });

  it('a row with too few or too many values says so, in its place', async () => {
    const { rows, problems } = await decoded('id,name\n1,a\n2\n3,c,d\n4,e,\n');
    expect(rows).toEqual([
      ['1', 'a'],
      [null, null],
      [null, null],
      ['4', 'e'],
    ]);
    expect(problems).toEqual({ 1: 'too-few-fields', 2: 'too-many-fields' });
  });

  it.each([
    ['closed in the wrong place', '2,"b" or c'],
    ['never closed', '2,"b'],
    ['opened twice', '2,""b'],
  ])('a quote that is %s costs its own line only', async (_, line) => {
    for (const after of ['3,c\n4,d\n', '3,"c"\n4,d\n', '3,"c\nc"\n4,"d"']) {
      const { rows, problems } = await decoded(`id,name\n1,a\n${line}\n${after}`);
      expect(rows.map(([id]) => id)).toEqual(['1', null, '3', '4']);
      expect(problems).toEqual({ 1: 'broken-quotes' });
    }
  });

  it('a row of a few megabytes is one; a line that does not end is damage', async () => {
    const long = 'lorem ipsum\n'.repeat(300_000);
    const { rows } = await decodedText(whole, textFile(`id,name\n1,"${long}"\n2,b\n`));
    expect(rows.map(([, name]) => name?.length)).toEqual([long.length, 1]);
    const endless = textFile(`id,name\n1,${'x'.repeat(18 * 1024 * 1024)}`);
    expect(await failureOf(decodedText(whole, endless))).toMatchObject({ code: 'file-damaged' });
  });

  it('quotes in disorder take no longer than quotes in order', async () => {
    for (const line of ['1,"a\n', '1,"a"b,"c\n', '1,5" pipe\n', '"",""x\n']) {
      const lines = 50_000;
      const { rows } = await decodedText(whole, textFile(`id,name\n${line.repeat(lines)}`));
      expect(rows.length).toBeLessThanOrEqual(lines);
      expect(rows.length).toBeGreaterThanOrEqual(lines / 2);
    }
  }, 20_000);
});

describe('gzip', () => {
  const lines = Array.from({ length: 20_000 }, (_, row) => `${row},name ${(row * 7919) % 10_007}\n`);

  it('one member, several members, and empty ones between', async () => {
    const half = lines.length / 2;
    const first = `id,name\n${lines.slice(0, half).join('')}`;
    const second = lines.slice(half).join('');
    const members = [first, '', second].map((member) => gzipSync(member));
    for (const content of [gzipSync(first + second), Buffer.concat(members)]) {
      const { rows } = await decodedText(whole, textFile(content, 'table.csv.gz'));
      expect(rows.length).toBe(lines.length);
      expect(rows.at(-1)).toEqual(lines.at(-1)!.trim().split(','));
    }
    expect((await decodedText(tiny, textFile(gzipSync('id,name\n1,a\n')))).rows).toEqual([['1', 'a']]);
  });

  it.each([
    ['cut', (file: Buffer) => file.subarray(0, -1000)],
    ['with another checksum', (file: Buffer) => Buffer.concat([file.subarray(0, -8), Buffer.alloc(8, 7)])],
    ['followed by something else', (file: Buffer) => Buffer.concat([file, Buffer.from('something else')])],
  ])('%s: damaged', async (_, damage) => {
    const file = textFile(damage(gzipSync(`id,name\n${lines.join('')}`)));
    expect(await failureOf(decodedText(whole, file))).toMatchObject({ code: 'file-damaged' });
  });
});

it('progress, preview and batches', async () => {
  const lines = Array.from({ length: 300_000 }, (_, row) => `${row},name ${row}\n`);
  const file = textFile(`id,name\n${lines.join('')}`);
  const { id, rows, format } = await whole.open(file, file.name);
  expect([format, rows]).toEqual(['csv', null]);
  expect(await whole.preview(id, 2)).toEqual([
    ['0', 'name 0'],
    ['1', 'name 1'],
  ]);
  await whole.beginReading(id, [1]);
  // Asked for before the last has come, as the ingest does.
  const batches = await Promise.all([whole.next(id), whole.next(id), whole.next(id), whole.next(id)]);
  expect(batches.map((batch) => batch?.rows)).toEqual([122_880, 122_880, 54_240, undefined]);
  const read = batches.slice(0, 3).map((batch) => batch!.bytesRead!);
  expect(read).toEqual(read.toSorted((a, b) => a - b));
  expect(read[0]).toBeLessThan(file.size);
  expect(read[2]).toBe(file.size);
  await whole.close(id);
});

it('a million rows: what is not asked for is not read', async () => {
  const lineOf = (row: number): string => `${row},name ${row},2026-01-31T12:00:00.123456Z\n`;
  const rowsInAll = 1_000_000;
  const bytesInAll = Array.from({ length: rowsInAll }, (_, row) => lineOf(row).length).reduce((sum, n) => sum + n, 17);
  let given = 0;
  /** Lines that come into being as they are read. */
  class Lines extends File {
    override get size(): number {
      return bytesInAll;
    }
    override stream(): ReturnType<File['stream']> {
      let row = 0;
      given = 0;
      const encoder = new TextEncoder();
      return new ReadableStream({
        pull(controller) {
          const lines = row === 0 ? ['id,name,created\n\n'] : [];
          for (const end = Math.min(row + 1000, rowsInAll); row < end; row++) lines.push(lineOf(row));
          if (lines.length === 0) return controller.close();
          const chunk = encoder.encode(lines.join(''));
          given += chunk.length;
          controller.enqueue(chunk);
        },
      });
    }
  }
  const opened = await csvFormat().open(new Lines([], 'lines.csv'), 'lines.csv');
  await opened.beginReading([0, 2]);
  let rows = 0;
  for (let batch = await opened.next(); batch; batch = await opened.next()) {
    rows += batch.rows;
    expect(given - batch.bytesRead!).toBeLessThan(256 * 1024);
  }
  expect(rows).toBe(rowsInAll);
  expect(given).toBe(bytesInAll);
  await opened.close();
});
