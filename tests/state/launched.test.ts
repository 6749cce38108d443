import { afterEach, expect, it } from 'vitest';
import { dispensableFile, type OpeningFailure } from '../../src/state/opening/failure.ts';
import { openLaunched } from '../../src/state/launched.ts';

type Consumer = (launch: { files: object[] }) => void;
const browser = globalThis as { launchQueue?: { setConsumer: (consumer: Consumer) => void } };
afterEach(() => delete browser.launchQueue);

/** A session that notes what it is asked for, and what launches the page with files. */
function launching(): { session: Parameters<typeof openLaunched>[0]; chosen: string[][]; launch: Consumer } {
  let launch: Consumer = () => undefined;
  browser.launchQueue = { setConsumer: (consumer) => (launch = consumer) };
  const chosen: string[][] = [];
  const choose = async (files: File[]): Promise<void> => void chosen.push(files.map(({ name }) => name));
  const session = { choose, failure: null as OpeningFailure | null };
  openLaunched(session);
  return { session, chosen, launch };
}

const file = (name: string): object => ({ name, getFile: async () => new File(['x'], name) });
const gone = (name: string): object => ({ name, getFile: () => Promise.reject(new Error('It is not there.')) });
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('files that the page is launched with are chosen; a launch without any is only a visit', async () => {
  const { session, chosen, launch } = launching();
  launch({ files: [] });
  launch({ files: [file('cards.csv'), file('sales.parquet')] });
  await settled();
  expect(chosen).toEqual([['cards.csv', 'sales.parquet']]);
  expect(session.failure).toBeNull();
});

it('one of them that cannot be read is said, and the others can be opened without it', async () => {
  const { session, chosen, launch } = launching();
  launch({ files: [gone('cards.csv'), file('sales.parquet')] });
  await settled();
  expect(chosen).toEqual([]);
  const { error, source } = session.failure!;
  expect([error.code, error.details]).toEqual(['file-unreadable', { file: 'cards.csv', cause: 'It is not there.' }]);
  expect(source.fileNames).toEqual(['sales.parquet']);
  expect(dispensableFile({ error, source })).toBe('cards.csv');
});

it('a browser without launches has none', () => {
  expect(() => openLaunched({ choose: async () => undefined, failure: null })).not.toThrow();
});
