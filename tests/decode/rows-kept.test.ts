import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../workers/decode/csv/opened-csv.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { decodedText, textFile } from '../support/text-files.ts';

const decoder = new FileDecoder([csvFormat()]);

const cards = 'customer,card_id,email,points,city,since\n';
const full = Array.from({ length: 30 }, (_, row) => `Ann ${row},${row},a@b.c,5,Town,2026-01-05`).join('\n');
const visits = 'card_id,at,type,points,amount,note\n';
const done = Array.from({ length: 30 }, (_, row) => `${row},2026-01-05,earn,5,12.00,`).join('\n');

describe('a row that looks like something else is a row all the same', () => {
  it.each<[what: string, above: string, row: string, below?: string]>([
    ['a customer called Total', cards + full, 'Total,99,t@t.fr,5,Paris,2026-01-05'],
    ['the same without an address', cards + full, 'Total,99,,5,Paris,2026-01-05'],
    ['the same with numbers alone', 'customer,card_id,email,points\nAnn,1,a@b.c,5\nBen,2,b@b.c,7', 'Total,99,,5'],
    ['the same with a German date', 'customer,points,phone,since\nAnn,5,12 34,05.01.2026', 'Total,5,,06.01.2026'],
    ['a customer called Total without points', 'name,points\nAnn Example,5\nBen Example,7', 'Total,'],
    ['a name alone in a narrow table', 'name,points\nAnn Example,5\nBen Example,7', 'Cy Example,'],
    ['a card and a date', visits + done, '7,2026-01-05,,,,'],
    ['a card alone', visits + done, '7,,,,,'],
    ['an amount without a card', visits + done, ',2026-01-05,earn,,12.00,'],
    ['an amount without a card in between', visits + done, ',,,,12.00,', done],
    ['a number sign', 'order,at,amount\n#1001,2026-01-05,5\n#1002,2026-01-05,6', '#1003,2026-01-05,7'],
    ['a number sign below a comment', '# orders\norder,at,amount\n#1001,2026-01-05,5', '#1003,2026-01-05,7'],
    ['a row behind a blank line', `${visits + done}\n`, '7,2026-01-05,earn,5,12.00,', `\n${done}`],
    ['words behind a blank line', `${visits + done}\n`, '7,unknown,earn,none,12.00,', `\n${done}`],
    ['words in place of the header', 'id,name\nA1,Gare\nA2,Nord', 'id,Name of the shop'],
    ['the first of its kind', visits, '7,2026-01-05,,,,', done],
  ])('%s', async (_, above, row, below = '') => {
    const { rows, problems } = await decodedText(decoder, textFile(`${above}\n${row}\n${below}`));
    expect(problems).toEqual({});
    expect(rows).toContainEqual(row.split(',').map((value) => value || null));
  });

  it('rows of another width than their header are set aside, as they may be in the wrong columns', async () => {
    const { columns, problems } = await decodedText(
      decoder,
      textFile('id,name,at\n1,Doe,Ann,2026-01-05\n2,Roe,Ben,2026-01-05\n'),
    );
    expect(columns).toEqual(['id', 'name', 'at']);
    expect(problems).toEqual({ 0: 'too-many-fields', 1: 'too-many-fields' });
  });

  it('a file that was cut ends with half a row, not with a note', async () => {
    const { problems } = await decodedText(decoder, textFile(`${visits + done}\n31,2026-0`));
    expect(problems).toEqual({ 30: 'too-few-fields' });
  });
});
