import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { command as text } from '../../src/text/en/command.ts';
import { questionsOf as questionsIn } from '../../workers/command/questions.ts';

const questionsOf = (bytes: Uint8Array, path: string) => questionsIn(bytes, path, text);
const form = '{"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}';
const calls = 'get_cohort_retention, get_at_risk_cards and get_revenue_attribution';
const anId = 'An id is a whole number or a text; leave it out for';

function bytesOf(content: unknown): Uint8Array {
  return new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
}

function messageOf(content: Uint8Array): string {
  try {
    questionsOf(content, 'q.json');
  } catch (thrown) {
    return (thrown as Error).message;
  }
  throw new Error('The questions were understood.');
}

/** What is said of a second question. */
function saidOf(question: unknown): string {
  return messageOf(bytesOf({ answers: [{ call: 'get_at_risk_cards' }, question] }));
}

describe('the questions of a file', () => {
  it.each<[string, object]>([
    ['get_cohort_retention', { store_id: 'Gare', months_back: 6 }],
    ['get_at_risk_cards', { limit: 0, inactivity_multiplier: 1.5, store_id: 3 }],
    ['get_revenue_attribution', { points_per_currency_unit: 10, store_id: -1, months_back: 99 }],
  ])('%s takes all its parameters, in any order, and stays as it came', (call, params) => {
    const content = JSON.stringify({
      answers: [
        { params, merchant_id: 9007199254740991, call, answer: { anything: [null] } },
        { call, merchant_id: '9007199254740993' },
        { call, params: {} },
      ],
      as_of: '2026-04-11T20:57:23.123456+00:00',
    });
    expect(JSON.stringify(questionsOf(bytesOf(content), 'q.json'))).toBe(content);
  });

  it.each(['seed-a', 'seed-b'])('are understood as they were recorded: %s', async (seed) => {
    const recorded = await readFile(new URL(`../golden/${seed}/expected.json`, import.meta.url));
    expect(questionsOf(recorded, 'expected.json')).toEqual(JSON.parse(recorded.toString()));
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', bytesOf('\ufeff{"answers": [{"call": "get_at_risk_cards", "merchant_id": "é"}]}')],
    [
      'little-endian UTF-16',
      Buffer.from('\ufeff{"answers": [{"call": "get_at_risk_cards", "merchant_id": "é"}]}', 'utf16le'),
    ],
    [
      'big-endian UTF-16',
      Buffer.from('\ufeff{"answers": [{"call": "get_at_risk_cards", "merchant_id": "é"}]}', 'utf16le').swap16(),
    ],
  ])('may come in %s', (_, bytes) => {
    expect(questionsOf(bytes, 'q.json')).toEqual({ answers: [{ call: 'get_at_risk_cards', merchant_id: 'é' }] });
  });

  it.each<[string, unknown, string]>([
    [
      'a parameter',
      { params: { month_back: 6 } },
      'parameter "month_back". Did you mean "months_back"? Known are months_back and store_id.',
    ],
    ['a parameter of another call', { params: { limit: 6 } }, 'parameter "limit". Known are months_back and store_id.'],
    [
      "a parameter in the page's spelling",
      { params: { monthsBack: 6 } },
      'parameter "monthsBack". Did you mean "months_back"? Known are months_back and store_id.',
    ],
    [
      'a parameter of any object',
      { params: JSON.parse('{"__proto__": 6}') },
      'parameter "__proto__". Known are months_back and store_id.',
    ],
    [
      'a key',
      { merchant: 1 },
      'key "merchant". Did you mean "merchant_id"? Known are call, merchant_id, params and answer.',
    ],
  ])('names %s that is unknown, and what was meant', (_, part, message) => {
    expect(saidOf({ call: 'get_cohort_retention', ...(part as object) })).toBe(
      `Question 2 (get_cohort_retention) of q.json has the unknown ${message}`,
    );
  });

  it.each<[string, unknown, string]>([
    [
      'unknown',
      { call: 'get_at_risk_card' },
      `has the unknown call "get_at_risk_card". Did you mean "get_at_risk_cards"? Known are ${calls}.`,
    ],
    ['like none', { call: 'get_weather' }, `has the unknown call "get_weather". Known are ${calls}.`],
    [
      'no text',
      { call: ['get_at_risk_cards'] },
      `has the unknown call ["get_at_risk_cards"]. Did you mean "get_at_risk_cards"? Known are ${calls}.`,
    ],
    ['missing', { merchant_id: 1 }, `has no call. Known are ${calls}.`],
  ])('names a call that is %s', (_, question, message) => {
    expect(saidOf(question)).toBe(`Question 2 of q.json ${message}`);
  });

  it.each(['5', 'null', '"get_at_risk_cards"', '[]'])('refuses %s for a question', (question) => {
    expect(saidOf(JSON.parse(question))).toBe(
      `Question 2 of q.json is ${question}. A question has the form {"call": …, "merchant_id": …, "params": {…}}.`,
    );
  });

  it.each(['null', 'true', '[1]', '{"id":1}', '1.5', '""', '"  "'])('refuses %s for an id', (text) => {
    const id = JSON.parse(text);
    const subject = 'Question 2 (get_at_risk_cards) of q.json has the';
    expect(saidOf({ call: 'get_at_risk_cards', merchant_id: id })).toBe(
      `${subject} merchant_id ${text}. ${anId} the only merchant of the export.`,
    );
    expect(saidOf({ call: 'get_at_risk_cards', params: { store_id: id } })).toBe(
      `${subject} store_id ${text}. ${anId} all stores.`,
    );
  });

  it.each(['9007199254740993', '-9007199254740993', '123456789012345678901234567890'])(
    'refuses the id %s as a number, which JSON rounds',
    (id) => {
      expect(messageOf(bytesOf(`{"answers": [{"call": "get_at_risk_cards", "merchant_id": ${id}}]}`))).toBe(
        `Question 1 (get_at_risk_cards) of q.json has the merchant_id ${Number(id)}. Numbers of that size are rounded when JSON is read: write it as text, in quotes.`,
      );
    },
  );

  it.each<[string, string, unknown]>([
    ['get_cohort_retention', 'months_back', '6'],
    ['get_at_risk_cards', 'inactivity_multiplier', null],
    ['get_at_risk_cards', 'limit', true],
    ['get_revenue_attribution', 'months_back', [6]],
    ['get_revenue_attribution', 'points_per_currency_unit', '10'],
  ])('%s refuses for %s what is no number: %j', (call, parameter, value) => {
    expect(saidOf({ call, params: { [parameter]: value } })).toBe(
      `Question 2 (${call}) of q.json has the ${parameter} ${JSON.stringify(value)}. It takes a number, without quotes.`,
    );
  });

  it.each(['null', '[]', '6'])('refuses %s for the parameters', (params) => {
    expect(saidOf({ call: 'get_at_risk_cards', params: JSON.parse(params) })).toBe(
      `Question 2 (get_at_risk_cards) of q.json has the params ${params}. It takes an object such as {"store_id": 1}.`,
    );
  });

  it.each([null, 1775941043, '11.04.2026', '2026-02-30', '2026-04-11T20:57:23+99:99'])(
    'refuses %j for as_of',
    (asOf) => {
      expect(messageOf(bytesOf({ as_of: asOf, answers: [] }))).toBe(
        `q.json has the as_of ${JSON.stringify(asOf)}. It takes an ISO-8601 instant such as 2026-04-11T20:57:23.123456Z. Leave it out for the latest instant of the export.`,
      );
    },
  );

  it.each<[string, unknown, string]>([
    ['no object', [], `is []. The questions need the form ${form}.`],
    ['without answers', {}, `has no answers. The questions need the form ${form}.`],
    [
      'without a list',
      { answers: { call: 'get_at_risk_cards' } },
      'has the answers {"call":"get_at_risk_cards"}. It takes a list of questions.',
    ],
    [
      'with an unknown key',
      { answers: [], asof: '2026-04-11' },
      'has the unknown key "asof". Did you mean "as_of"? Known are as_of and answers.',
    ],
  ])('refuses a file %s', (_, content, message) => {
    expect(messageOf(bytesOf(content))).toBe(`q.json ${message}`);
  });

  it('says in one line that a file is no JSON, or no text', () => {
    expect(messageOf(bytesOf(''))).toBe('q.json is no JSON: Unexpected end of JSON input.');
    expect(messageOf(bytesOf('{"answers": [\n{"call": x}\n]}'))).toMatch(/^q\.json is no JSON: .*x.*\.$/);
    expect(messageOf(Buffer.from('{"answers": "é"}', 'latin1'))).toBe(
      'q.json is no JSON: its bytes are no text in UTF-8.',
    );
  });

  it('cuts what is long', () => {
    expect(saidOf({ call: 'x'.repeat(1000) }).length).toBeLessThan(300);
  });
});
