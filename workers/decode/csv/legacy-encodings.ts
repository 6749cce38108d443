import { decode1252 } from './windows-1252.ts';

/** Encodings of before Unicode, as `TextDecoder` calls them. Where two explain a text alike, the one that comes first is taken. */
export const legacyEncodings = [
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'shift_jis',
  'euc-kr',
  'euc-jp',
  'gb18030',
  'big5',
] as const;

export type LegacyEncoding = (typeof legacyEncodings)[number];

/** Words that are looked at. */
const mostWords = 2000;

/** Letters of languages beside A to Z: a list of names is in several languages, each of its names is in one. */
const western = [
  'äöüß',
  'àâæçèéêëîïôœùûü',
  'áéíñóúü',
  'àáâãçéêíóôõú',
  'àèéìíîòóùú',
  'æøåéòô',
  'åäöéšž',
  'áðéíóúýþæö',
  'éëïöóüè',
  'àçèéíïòóúü',
];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîșțşţ', 'äöüß'];
const turkish = ['çğıöşüiâîû'];
const cyrillic = [
  'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'абвгдђежзијклљмнњопрстћуфхцчџш',
];
const greek = ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ'];

const alphabets: Partial<Record<LegacyEncoding, readonly string[]>> = {
  'windows-1252': western,
  'iso-8859-15': western,
  'windows-1250': central,
  'iso-8859-2': central,
  'windows-1251': cyrillic,
  'koi8-r': cyrillic,
  'windows-1253': greek,
  'windows-1254': turkish,
};

/** What stands beside letters, and is no letter, in honest texts. */
const besideLetters = /[\s«»“”„‚‘’‹›–—…•·°ªº®™©]/;

/** Whole words of signs that no text has. */

const noSign = /[¤\x80-\x9f\ufffd]/;

/** From and to, inclusive. */
type Range = readonly [from: number, to: number];

/** Where the frequent characters of an encoding with two bytes a character are. */
interface DoubleByte {
  first: readonly Range[];
  second: readonly Range[];
  /** Characters of one byte. */
  single: readonly Range[];
  /** First bytes of which a text has some: without them it may as well be in another encoding. */
  needed: readonly Range[] | null;
}

const above: readonly Range[] = [[0xa1, 0xfe]];

const doubleByte: Partial<Record<LegacyEncoding, DoubleByte>> = {
  // Kana and the kanji of level 1; katakana of half the width.
  shift_jis: {
    first: [[0x81, 0x98]],
    second: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
    single: [[0xa6, 0xdf]],
    needed: null,
  },
  // Hangul.
  'euc-kr': { first: [[0xb0, 0xc8]], second: above, single: [], needed: null },
  // Kana and the kanji of level 1, which may as well be Chinese.
  'euc-jp': {
    first: [
      [0xa4, 0xa5],
      [0xb0, 0xcf],
    ],
    second: above,
    single: [],
    needed: [[0xa4, 0xa5]],
  },
  // Level 1 of GB 2312.
  gb18030: { first: [[0xb0, 0xd7]], second: above, single: [], needed: null },
  // The frequent characters are the first.
  big5: { first: [[0xa4, 0xc6]], second: [[0x40, 0x7e], ...above], single: [], needed: null },
};

/**
 * The encoding of bytes that are no Unicode, by their words that are not ASCII: the one in which most of them are words of a language
 * that is written with it. Windows-1252 where none explains more of them; what is the same in both tells nothing.
 */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding {
  const words = wordsAboveAscii(bytes);
  const usual = words.map((word) => decode1252(word));
  const isUsual = explanation('windows-1252', words, usual);
  let best: { encoding: LegacyEncoding; gained: number } = { encoding: 'windows-1252', gained: 0 };
  for (const encoding of legacyEncodings.slice(1)) {
    const decoder = new TextDecoder(encoding);
    const texts = words.map((word) => decoder.decode(word));
    const isExplained = explanation(encoding, words, texts);
    let gained = 0;
    for (const [index, text] of texts.entries()) {
      if (text !== usual[index]) gained += Number(isExplained[index]) - Number(isUsual[index]);
    }
    if (gained > best.gained) best = { encoding, gained };
  }
  return best.encoding;
}

/** Runs of bytes that letters may be, or the second bytes of characters, with one above ASCII. */
function wordsAboveAscii(bytes: Uint8Array): Uint8Array[] {
  const words: Uint8Array[] = [];
  let from = 0;
  let isAbove = false;
  for (let at = 0; at <= bytes.length && words.length < mostWords; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) isAbove = true;
    if (byte >= 0x40) continue;
    if (isAbove) words.push(bytes.subarray(from, at));
    from = at + 1;
    isAbove = false;
  }
  return words;
}

/** Which words are such of a language that is written with an encoding. */
function explanation(encoding: LegacyEncoding, words: readonly Uint8Array[], texts: readonly string[]): boolean[] {
  const pairs = doubleByte[encoding];
  const languages = alphabets[encoding];
  if (languages) return texts.map((text) => isOfLanguage(text, languages));
  const { needed } = pairs!;
  const hasNeeded = needed === null || words.some((word) => word.some((byte) => isIn(needed, byte)));
  return words.map((word) => hasNeeded && isOfPairs(word, pairs!));
}

/** Frequent characters, and fewer Latin letters than those: an accent and the letter behind it are one character of some encodings. */
function isOfPairs(word: Uint8Array, { first, second, single }: DoubleByte): boolean {
  let characters = 0;
  let singles = 0;
  let latin = 0;
  for (let at = 0; at < word.length; at++) {
    const byte = word[at]!;
    if (byte < 0x80) latin++;
    else if (isIn(single, byte)) singles++;
    else if (isIn(first, byte) && isIn(second, word[at + 1] ?? 0)) {
      characters++;
      at++;
    } else return false;
  }
  // Two characters of one byte may be two letters with accents.
  return (characters > 0 || singles > 2) && (latin === 0 || latin < characters + singles);
}

function isIn(ranges: readonly Range[], byte: number): boolean {
  return ranges.some(([from, to]) => byte >= from && byte <= to);
}

/** Whether the letters of a text that are not ASCII are those of one language, in an order in which people write them. */
function isOfLanguage(text: string, languages: readonly string[]): boolean {
  if (!/\p{L}/u.test(text.replace(/[ªº]/g, ''))) return !noSign.test(text);
  // What ends a Spanish sentence begins it too, upside down.
  const words = text.replace(/^[¿¡](?=\p{Lu})/u, '').split(besideLetters);
  return words.every((word) => {
    const letters = [...word].filter((letter) => letter > '\x7f');
    // Square and cubic metres.
    if (letters.length === 0 || /^[cdk]?m[²³]$/.test(word)) return true;
    const isMixed = !isLatin(languages) && /[a-z]/i.test(word);
    if (isMixed || /\p{Ll}\p{Lu}/u.test(word) || !isPortuguese(word, languages)) return false;
    return languages.some((language) => letters.every((letter) => language.includes(letter.toLowerCase())));
  });
}

function isLatin(languages: readonly string[]): boolean {
  return languages !== cyrillic && languages !== greek;
}

/** Of western languages only Portuguese has õ and ã, and both before e or o or at an end: elsewhere they are ő and ă. */
function isPortuguese(word: string, languages: readonly string[]): boolean {
  return languages !== western || !/õ(?!e)|ã(?![oe]|$|s$|\P{L})/iu.test(word);
}
