import { expect, it } from 'vitest';
import { EngineError } from '../../src/contract/errors.ts';
import { csvFormat } from '../../workers/decode/csv/opened-csv.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { decodedText, textFile } from '../support/text-files.ts';

const copies = 500;

/** The same numbers each time (mulberry32), from 0 up to `below`. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const original = Buffer.from(
  [
    'id,card_number,customer_name,created_at',
    ...Array.from({ length: 60 }, (_, row) => `${row},LC-${row},"Zoë ""Z"" ${row}, Café",2026-01-${10 + (row % 20)}`),
    '',
  ].join('\r\n'),
);

const splices = ['"', '""', '\n', '\r', '\r\n', ',', ';', '\0', '\ufeff', '\ufffd', '"\n"', 'é', '\t'].map((text) =>
  Buffer.from(text),
);

function mutated(seed: number): Buffer {
  const random = randomFrom(seed);
  let bytes = Buffer.from(original);
  for (let change = random(4); change >= 0; change--) {
    const at = random(bytes.length);
    const kind = random(5);
    if (kind === 0) bytes[at]! ^= 1 << random(8);
    if (kind === 1) bytes = bytes.subarray(0, at + 1);
    if (kind === 2)
      bytes = Buffer.concat([bytes.subarray(0, at), splices[random(splices.length)]!, bytes.subarray(at)]);
    if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(50))]);
    if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(random(bytes.length))]);
  }
  return bytes;
}

it(`${copies} damaged copies: an error of the engine or every row, however the bytes come`, async () => {
  const outcomes: Record<string, number> = {};
  for (let seed = 1; seed <= copies; seed++) {
    const file = textFile(mutated(seed));
    const outcome = async (chunkBytes: number): Promise<unknown> => {
      try {
        return await decodedText(new FileDecoder([csvFormat({ chunkBytes })]), file);
      } catch (thrown) {
        if (thrown instanceof EngineError) return thrown.code;
        throw new Error(`seed ${seed}`, { cause: thrown });
      }
    };
    const large = await outcome(64 * 1024);
    expect(await outcome(17), `seed ${seed} in small chunks`).toEqual(large);
    const key = typeof large === 'string' ? large : 'read';
    outcomes[key] = (outcomes[key] ?? 0) + 1;
  }
  console.log(outcomes);
  expect(outcomes.read).toBeGreaterThan(copies / 2);
});
