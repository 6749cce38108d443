import { Bool, Int32, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leftOutAs } from '../../src/contract/left-out.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { failureOf } from '../support/exports.ts';
import { instants, parquetFile } from '../support/parquet.ts';
import { decodedText, textFile } from '../support/text-files.ts';

const decoder = new FileDecoder();
const csv = 'id,name\n1,Gare\n2,Port\n';

interface Added {
  level?: number;
  password?: string;
}

async function zip(entries: Record<string, string | Uint8Array>, options: Added = {}): Promise<File> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(entries)) {
    if (name.endsWith('/')) await writer.add(name, undefined, { directory: true });
    else await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content));
  }
  return new File([await writer.close()], 'export.zip');
}

async function unpacked(file: File): Promise<{ file: Blob; name: string }[]> {
  return (await decoder.unpack(file, file.name)).files;
}

describe('zip', () => {
  it('paths that begin with the folder itself are those of files like any other', async () => {
    const { files, leftOut } = await decoder.unpack(
      await zip({ './cards.csv': csv, './year/stores.csv': csv, './.hidden.csv': csv }),
      'export.zip',
    );
    expect(files.map(({ name }) => name)).toEqual(['export.zip/cards.csv', 'export.zip/year/stores.csv']);
    expect(leftOut).toEqual(leftOutAs('no-part', ['export.zip/.hidden.csv']));
  });

  it.each([6, 0])('files of both kinds in nested folders, at level %i', async (level) => {
    const parquet = parquetFile('cards.parquet', { id: [[1, 2], new Int32()] });
    const archive = await zip(
      {
        'loyalty/': '',
        'loyalty/stores.csv': csv,
        'loyalty/2026/cards.parquet': new Uint8Array(await parquet.arrayBuffer()),
        'loyalty/more.csv.gz': gzipSync(csv),
        'loyalty/part-0001': csv,
        'loyalty/Read me.pdf': '%PDF',
        'loyalty/.DS_Store': 'x',
        '__MACOSX/loyalty/._stores.csv': 'x',
      },
      { level },
    );
    const { files, leftOut } = await decoder.unpack(archive, archive.name);
    expect(leftOut.map(({ name }) => name)).toEqual([
      'export.zip/loyalty/Read me.pdf',
      'export.zip/loyalty/.DS_Store',
      'export.zip/__MACOSX/loyalty/._stores.csv',
    ]);
    expect(files.map(({ name }) => name)).toEqual([
      'export.zip/loyalty/stores.csv',
      'export.zip/loyalty/2026/cards.parquet',
      'export.zip/loyalty/more.csv.gz',
      'export.zip/loyalty/part-0001',
    ]);
    const formats = [];
    for (const { file, name } of files) formats.push((await decoder.open(file, name)).format);
    expect(formats).toEqual(['csv', 'parquet', 'csv', 'csv']);
    expect((await decodedText(decoder, new File([files[2]!.file], 'more.csv.gz'))).rows).toEqual([
      ['1', 'Gare'],
      ['2', 'Port'],
    ]);
  });

  it('another file is itself, alone', async () => {
    const file = textFile(csv);
    expect(await unpacked(file)).toEqual([{ file, name: 'table.csv' }]);
  });

  it('encrypted', async () => {
    expect(await failureOf(unpacked(await zip({ 'a.csv': csv }, { password: 'x' })))).toMatchObject({
      code: 'file-encrypted',
    });
  });

  it('a bomb', async () => {
    const zeros = new Uint8Array(80 * 1024 * 1024);
    expect(await failureOf(unpacked(await zip({ 'a.csv': zeros }, { level: 9 })))).toMatchObject({
      code: 'archive-too-large',
      details: { bytes: zeros.length },
    });
  });

  it('without a file of an export', async () => {
    expect(await failureOf(unpacked(await zip({ 'letter.docx': 'x', 'logo.png': 'x' })))).toMatchObject({
      code: 'archive-empty',
      details: { found: ['letter.docx', 'logo.png'] },
    });
    expect(await failureOf(unpacked(await zip({})))).toMatchObject({ code: 'archive-empty', details: { found: [] } });
  });

  it('damaged: cut, or with a byte changed', async () => {
    const bytes = new Uint8Array(await (await zip({ 'a.csv': csv.repeat(100) })).arrayBuffer());
    const changed = bytes.slice();
    changed[60]! ^= 0x10;
    for (const damaged of [bytes.slice(0, -40), bytes.slice(0, 100), changed]) {
      expect(await failureOf(unpacked(new File([damaged], 'export.zip')))).toMatchObject({ code: 'file-damaged' });
    }
  });

  it('one that says less than it holds', async () => {
    const bytes = new Uint8Array(await (await zip({ 'a.csv': csv.repeat(1000) })).arrayBuffer());
    const directory = bytes.findLastIndex(
      (_, at) => String.fromCharCode(...bytes.subarray(at, at + 4)) === 'PK\x01\x02',
    );
    new DataView(bytes.buffer).setUint32(directory + 24, 10, true);
    expect(await failureOf(unpacked(new File([bytes], 'export.zip')))).toMatchObject({ code: 'file-damaged' });
  });
});

describe('files that are not read', () => {
  it.each([
    ['pdf', '%PDF-1.7 …'],
    ['html', '\ufeff\n<!DOCTYPE html><html>'],
    ['xml', '<?xml version="1.0"?><Workbook/>'],
    ['json', '[{"id": 1}]'],
    ['excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['database', 'SQLite format 3\0'],
    ['binary', new Uint8Array(1000).map((_, at) => (at * 31) % 256)],
    ['binary', gzipSync(new Uint8Array(1000))],
  ])('%s', async (looksLike, content) => {
    const file = textFile(content, 'file');
    expect(await failureOf(decoder.open(file, 'file'))).toMatchObject({
      code: 'format-unknown',
      details: { looksLike },
    });
  });

  it.each([
    ['document', { '[Content_Types].xml': 'x', 'word/document.xml': 'x' }],
    ['spreadsheet', { mimetype: 'x', 'content.xml': 'x' }],
    ['numbers', { 'Index/Document.iwa': 'x', 'Data/a.png': 'x' }],
  ])('%s in a zip', async (looksLike, entries) => {
    expect(await failureOf(unpacked(await zip(entries as Record<string, string>)))).toMatchObject({
      code: 'format-unknown',
      details: { looksLike },
    });
  });

  it('empty', async () => {
    expect(await failureOf(decoder.open(textFile(''), 'a.csv'))).toMatchObject({ code: 'file-empty' });
    expect(await failureOf(decoder.open(textFile(gzipSync('')), 'a.csv'))).toMatchObject({ code: 'file-empty' });
  });
});

it('a preview of Parquet shows values as people write them', async () => {
  const file = parquetFile('cards.parquet', {
    id: [[1, 2, 3], new Int32()],
    name: [['Zoë', null, 'Ann'], new Utf8()],
    at: instants(['2026-01-31T12:00:00.123456Z', null, '1969-12-31T23:59:59.5Z'], new TimestampMicrosecond('UTC')),
    local: instants(['2026-01-31T12:00:00Z', null, '2026-01-31T12:00:00Z'], new TimestampMicrosecond()),
    active: [[true, false, null], new Bool()],
  });
  const { id } = await decoder.open(file, file.name);
  expect(await decoder.preview(id, 2)).toEqual([
    ['1', 'Zoë', '2026-01-31T12:00:00.123456', '2026-01-31T12:00:00', 'true'],
    ['2', null, null, null, 'false'],
  ]);
  const rows = await decoder.preview(id, 10);
  expect(rows.length).toBe(3);
  expect(rows[2]![2]).toBe('1969-12-31T23:59:59.500000');
  await decoder.beginReading(id, [0]);
  expect(await decoder.next(id)).toMatchObject({ rows: 3, bytesRead: null });
});
