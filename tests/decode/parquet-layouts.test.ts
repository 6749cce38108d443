import {
  Compression,
  readParquet,
  WriterPropertiesBuilder,
  WriterVersion,
  writeParquet,
  type Table,
} from 'parquet-wasm/esm/parquet_wasm.js';
import { beforeAll, expect, it } from 'vitest';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';
import { footerOf } from '../support/footer.ts';
import { asInt96, int96s } from '../support/parquet.ts';

const day = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
const cards = cardsFile(
  Array.from({ length: 300 }, (_, index) => ({
    id: index + 1,
    createdAt: day(index),
    lastActivityAt: index % 3 === 0 ? null : day(index + 500),
    points: index * 7,
    name: index % 4 === 0 ? null : `Customer ${index % 20}`,
  })),
);
const hours = Array.from({ length: 2000 }, (_, index) => index);
const visits = hours.map((index) => ({
  card: 1 + ((index * 17) % 300),
  at: day(index),
  type: ['points_earned', 'points_redeemed', 'welcome_bonus'][index % 3]!,
  points: (index * 13) % 200,
  store: index % 9 === 0 ? null : 1 + (index % 4),
}));
const transactions = transactionsFile(visits);

type Layout = (properties: WriterPropertiesBuilder) => WriterPropertiesBuilder;
const plain: Layout = (p) => p.setCompression(Compression.UNCOMPRESSED).setDictionaryEnabled(false);

const codecs: Record<string, Compression> = {
  uncompressed: Compression.UNCOMPRESSED,
  snappy: Compression.SNAPPY,
  gzip: Compression.GZIP,
  brotli: Compression.BROTLI,
  zstd: Compression.ZSTD,
  lz4: Compression.LZ4,
  'lz4 raw': Compression.LZ4_RAW,
};
const versions = { 'pages of version 1': WriterVersion.V1, 'pages of version 2': WriterVersion.V2 };

const layouts: Record<string, Layout> = Object.fromEntries(
  Object.entries(codecs).flatMap(([codec, compression]) =>
    Object.entries(versions).flatMap(([pages, version]): [string, Layout][] => [
      [`${codec}, ${pages}`, (p) => p.setCompression(compression).setWriterVersion(version)],
      [
        `${codec}, ${pages}, without dictionaries`,
        (p) => p.setCompression(compression).setWriterVersion(version).setDictionaryEnabled(false),
      ],
    ]),
  ),
);
layouts['row groups of 7 rows'] = (p) => p.setMaxRowGroupSize(7);
layouts['row groups of one row'] = (p) => p.setMaxRowGroupSize(1);
layouts['small pages'] = (p) => p.setDataPageSizeLimit(64).setWriteBatchSize(8);

async function answers(files: File[]): Promise<unknown> {
  const { engine, summary } = await engineWith(files);
  const scope = { asOf: '2026-12-31T00:00:00Z' };
  return [
    summary.files.map(({ rowsRead, rowsUsed, setAside }) => ({ rowsRead, rowsUsed, setAside })),
    await engine.cohortRetention({ ...scope, monthsBack: 12 }),
    await engine.atRiskCards({ ...scope, limit: 400 }),
    await engine.revenueAttribution({ ...scope, monthsBack: 12 }),
  ];
}

async function laidOut(file: File, layout: Layout): Promise<File> {
  const table = readParquet(new Uint8Array(await file.arrayBuffer())) as Table;
  return new File([writeParquet(table, layout(new WriterPropertiesBuilder()).build()) as BlobPart], file.name);
}

let usual: unknown;
beforeAll(async () => {
  usual = await answers([await laidOut(cards, plain), await laidOut(transactions, plain)]);
});

it.each(Object.keys(layouts))('%s: the same answers', async (name) => {
  const files = await Promise.all([cards, transactions].map((file) => laidOut(file, layouts[name]!)));
  expect(await answers(files)).toEqual(usual);
});

it('reads row groups one after the other, and counts their rows', async () => {
  const file = await laidOut(transactions, layouts['row groups of 7 rows']!);
  const { groupRows } = footerOf(new Uint8Array(await file.arrayBuffer()))!;
  expect(groupRows).toHaveLength(286);
  const { summary } = await engineWith([cards, file]);
  expect(summary.files.map(({ rowsRead }) => rowsRead)).toEqual([300, 2000]);
});

it('INT96 beside dictionaries that differ from row group to row group: the same answers', async () => {
  const julianDay = Date.UTC(2026, 0, 1) / 86_400_000 + 2_440_588;
  const at = int96s(hours.map((hour) => [julianDay + Math.floor(hour / 24), BigInt(hour % 24) * 3_600_000_000_000n]));
  const file = await laidOut(transactionsFile(visits, { transaction_at: at }), layouts['row groups of 7 rows']!);
  expect(await answers([cards, await asInt96(file)])).toEqual(usual);
});
