import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../workers/decode/csv/opened-csv.ts';
import { legacyReadingsOf, type LegacyEncoding } from '../../workers/decode/csv/legacy-encodings.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { caseFile } from '../support/cases.ts';
import { encodedIn } from '../support/encoded.ts';
import { decodedText, textFile } from '../support/text-files.ts';

const whole = new FileDecoder([csvFormat()]);
/** So small that characters are cut. */
const tiny = new FileDecoder([csvFormat({ chunkBytes: 3 })]);

/** A file of cards with these names among others without accents. */
const fileOf = (names: readonly string[]): string =>
  ['id,customer_name,city', ...names.map((name, row) => `${row},${name},Town ${row}`), '99,Ann Example,Town', ''].join(
    '\n',
  );

it.each([
  ['38_enc_CP1250', 'Łukasz Żółć'],
  ['38_enc_SHIFT_JIS', '山田 太郎'],
])('%s', async (folder, name) => {
  const { rows } = await decodedText(whole, await caseFile(`${folder}/cards.csv`));
  expect(rows[0]![2]).toBe(name);
});

describe('names are read as they were written', () => {
  it.each<[LegacyEncoding, string[]]>([
    ['windows-1252', ['Jürgen Müller', 'François Lefèvre', 'Øre Åse', 'Muñoz', 'João Guimarães', 'Þórður', 'Zoë']],
    ['windows-1252', ['Müller']],
    ['windows-1252', ['Øre']],
    ['windows-1252', ['Crème brûlée', 'cœur', 'l’Étoile', '½ l', '5 m²', '£5', '12 €', '¿Qué?', '«Chez Émile»', 'Ærø']],
    ['windows-1252', ['STRASSE DER GÄRTNER', 'ÉCOLE', 'MÜLLER & SÖHNE']],
    ['windows-1252', ['Šárka', 'Muñoz', 'Bjørn', 'Ångström']],
    ['iso-8859-15', ['12 €', 'Cœur', 'Müller']],
    ['windows-1250', ['Łukasz Żółć']],
    ['windows-1250', ['Michał Wiśniewski', 'Agnieszka Dąbrowska']],
    ['windows-1250', ['Jiří Dvořák', 'Růžička', 'Černý', 'Němec', 'Müller']],
    ['windows-1250', ['Nagykőrösi Zoltán', 'Pünkösdfürdő', 'Szőllősi']],
    ['iso-8859-2', ['Łukasz Żółć', 'Wiśniewski', 'Dąbrowska']],
    ['windows-1251', ['Иван Петров', 'Ольга Сидорова', 'Юлия']],
    ['koi8-r', ['Иван Петров', 'Ольга Сидорова']],
    ['ibm866', ['Иван Петров', 'Ольга Сидорова', 'Юлия']],
    ['macintosh', ['Jürgen Müller', 'François Lefèvre', 'Åse', 'Muñoz', 'Größe']],
    ['cp850', ['Jürgen Müller', 'François Lefèvre', 'Straße', 'Muñoz']],
    ['windows-1253', ['Γιώργος Παπαδάκης', 'Μαρία Ιωάννου', 'Κώστας']],
    ['windows-1254', ['Şükrü Gökçe', 'Güneş', 'Doğan Çağlar']],
    ['shift_jis', ['山田 太郎']],
    ['shift_jis', ['さくら コーヒー', 'ﾔﾏﾀﾞ ﾀﾛｳ', '株式会社ABC']],
    ['euc-kr', ['김철수', '이영희', '박지민']],
    ['euc-jp', ['さくら', '山田太郎']],
    ['gb18030', ['王小明', '张伟', '李娜', '刘洋']],
    ['big5', ['陳大文', '林志明', '黃小姐']],
  ])('%s: %s', async (encoding, names) => {
    const bytes = encodedIn(encoding, fileOf(names));
    expect(legacyReadingsOf(bytes).map((reading) => reading.encoding)).toEqual([encoding]);
    for (const decoder of [whole, tiny]) {
      const { rows, problems } = await decodedText(decoder, textFile(bytes));
      expect(problems).toEqual({});
      expect(rows.slice(0, -1).map(([, name]) => name)).toEqual(names);
    }
  });

  it('that come only far below the beginning', async () => {
    const ascii = Array.from({ length: 40_000 }, (_, row) => `${row},plain name\n`).join('');
    const bytes = encodedIn('shift_jis', `id,name\n${ascii}40000,山田 太郎\n40001,さくら\n`);
    const { rows } = await decodedText(whole, textFile(bytes));
    expect(rows.slice(-2).map(([, name]) => name)).toEqual(['山田 太郎', 'さくら']);
  });
});

it('a character that is cut short is no text', async () => {
  const bytes = encodedIn('shift_jis', 'id,name\n1,山田 太郎\n2,さくら\n3,コーヒ');
  const { rows, problems } = await decodedText(whole, textFile(bytes.subarray(0, -1)));
  expect(rows.at(-1)).toEqual([null, null]);
  expect(problems).toEqual({ 2: 'broken-text' });
});

describe('what may be in several encodings', () => {
  const readings = (encoding: LegacyEncoding, names: string[]): [string, string[]][] =>
    legacyReadingsOf(encodedIn(encoding, fileOf(names))).map((reading) => [reading.encoding, reading.words]);

  it('is shown as each of them has it', () => {
    const shown = readings('koi8-r', ['иван']);
    expect(shown[0]).toEqual(['windows-1251', ['ЙЧБО']]);
    expect(shown).toContainEqual(['koi8-r', ['иван']]);
  });

  it('is one of them for a word that none has, the likeliest first', () => {
    const [first, ...others] = readings('windows-1252', ['Ðx×y÷z']);
    expect(first).toEqual(['windows-1252', ['Ðx×y÷z']]);
    expect(others.length).toBeGreaterThan(0);
  });

  it('is as a person says', async () => {
    const file = textFile(encodedIn('koi8-r', fileOf(['иван'])));
    const { id, layout } = await whole.open(file, file.name, undefined, { encoding: 'koi8-r' });
    expect([layout!.encoding, layout!.readings]).toEqual(['koi8-r', []]);
    expect((await whole.preview(id, 1))[0]).toEqual(['0', 'иван', 'Town 0']);
  });
});

it('a block of damaged bytes makes no other names of those in UTF-8', async () => {
  const names = ['Zoë', 'Jörg Groß', 'Sinéad'];
  const bytes = Buffer.from(fileOf([...names, 'BLOCK']));
  const at = bytes.indexOf('BLOCK');
  const block = Buffer.from(Array.from({ length: 40 }, (_, index) => 0xc0 + (index % 32)));
  const damaged = Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(at + 5)]);
  for (const decoder of [whole, tiny]) {
    const { rows, problems } = await decodedText(decoder, textFile(new Uint8Array(damaged)));
    expect(rows.slice(0, names.length).map(([, name]) => name)).toEqual(names);
    expect(problems).toEqual({ [names.length]: 'broken-text' });
  }
});
