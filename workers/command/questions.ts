import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { causeOf } from '../../src/contract/errors.ts';
import { cut, visible } from '../../src/text/shown.ts';
import { utcText } from '../answers/instant.ts';
import { suggestion } from './suggestion.ts';

/** What a report date may be, for whoever wrote another one. */
export const instantWords = 'It takes an ISO-8601 instant such as 2026-04-11T20:57:23.123456Z.';

const form = 'The questions need the form {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}.';

// The messages of the schemas say what is wanted; `inWords` puts before them what there is instead, and where.
const number = v.number('It takes a number, without quotes.');
const merchantId = id('leave it out for the only merchant of the export');
const storeId = id('leave it out for all stores');

/** The calls and their parameters. */
const parameters = {
  get_cohort_retention: { months_back: v.exactOptional(number), store_id: v.exactOptional(storeId) },
  get_at_risk_cards: {
    inactivity_multiplier: v.exactOptional(number),
    limit: v.exactOptional(number),
    store_id: v.exactOptional(storeId),
  },
  get_revenue_attribution: {
    months_back: v.exactOptional(number),
    points_per_currency_unit: v.exactOptional(number),
    store_id: v.exactOptional(storeId),
  },
};

/** The names of the parameters by call. */
export const knownParameters: [call: string, names: string[]][] = Object.entries(parameters).map(([call, params]) => [
  call,
  Object.keys(params),
]);

const calls = Object.keys(parameters);

const question = v.pipe(
  anObject('A question has the form {"call": …, "merchant_id": …, "params": {…}}.'),
  v.variant(
    'call',
    [
      questionOf('get_cohort_retention', parameters.get_cohort_retention),
      questionOf('get_at_risk_cards', parameters.get_at_risk_cards),
      questionOf('get_revenue_attribution', parameters.get_revenue_attribution),
    ],
    ({ input }) => suggestion(String(input), calls),
  ),
);

const asOfWords = `${instantWords} Leave it out for the latest instant of the export.`;
const asOf = v.pipe(
  v.string(asOfWords),
  v.check((text) => utcText(text) !== null, asOfWords),
);

const questions = v.pipe(
  anObject(form),
  strict({ as_of: v.exactOptional(asOf), answers: v.array(question, 'It takes a list of questions.') }),
);

/** A question as `expected.json` has it, with the parameters of its call; an `answer` that is already there is ignored. */
export type Question = v.InferOutput<typeof question>;

/** The questions of a file and the report date they are for. */
export type Questions = v.InferOutput<typeof questions>;

/** @throws Error in words: of the file, or of the first thing in it that is not understood */
export async function readQuestions(path: string): Promise<Questions> {
  const bytes = await readFile(path).catch((thrown: unknown) => {
    throw new Error(`The questions could not be read: ${causeOf(thrown)}.`, { cause: thrown });
  });
  return questionsOf(bytes, path);
}

/**
 * The questions in the bytes of a file: JSON in UTF-8, or in UTF-16 with a byte order mark.
 *
 * @param path what the file is called in messages
 * @throws Error in words: which question, which key, what is there and what is wanted
 */
export function questionsOf(bytes: Uint8Array, path: string): Questions {
  const json = jsonOf(bytes, path);
  const { success, issues } = v.safeParse(questions, json, { abortEarly: true });
  if (!success) throw new Error(inWords(issues[0], json, path));
  // Not what valibot makes of it, which has the keys in another order: questions are echoed as they came.
  return json as Questions;
}

/** A question in messages. */
export function questionName(index: number, call: string | undefined, path: string): string {
  return `Question ${index + 1}${call ? ` (${call})` : ''} of ${path}`;
}

function id(orElse: string) {
  const wanted = `An id is a whole number or a text; ${orElse}.`;
  return v.union(
    [
      v.pipe(
        v.number(),
        v.integer(wanted),
        v.safeInteger('Numbers of that size are rounded when JSON is read: write it as text, in quotes.'),
      ),
      v.pipe(
        v.string(),
        v.check((text) => text.trim() !== '', wanted),
      ),
    ],
    wanted,
  );
}

function questionOf<const Call extends string, const Params extends v.ObjectEntries>(call: Call, params: Params) {
  return strict({
    call: v.literal(call),
    merchant_id: v.exactOptional(merchantId),
    params: v.exactOptional(v.pipe(anObject('It takes an object such as {"store_id": 1}.'), strict(params))),
    answer: v.exactOptional(v.unknown()),
  });
}

function strict<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, input }) =>
    expected === 'never' ? suggestion(String(input), Object.keys(entries)) : form,
  );
}

/** valibot takes a list for an object. */
function anObject(message: string) {
  return v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), message);
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch (thrown) {
    const cause = thrown instanceof SyntaxError ? visible(thrown.message) : 'its bytes are no text in UTF-8';
    throw new Error(`${path} is no JSON: ${cause}.`, { cause: thrown });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function inWords(issue: v.InferIssue<typeof questions>, json: unknown, path: string): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const [, index, part] = keys;
  const subject = typeof index === 'number' ? questionName(index, callOf(json, index), path) : path;
  const key = keys.at(-1);
  if (typeof key !== 'string') return `${subject} is ${shown(issue.input)}. ${issue.message}`;
  if (issue.input === undefined) return `${subject} has no ${key}. ${issue.message}`;
  return `${subject} has the ${nameOf(issue, key, part === 'params')} ${shown(issue.input)}. ${issue.message}`;
}

/** The call of a question, once it is known that the file has a list of them; undefined for one that is not understood. */
function callOf(json: unknown, index: number): string | undefined {
  const asked = (json as { answers: unknown[] }).answers[index] as { call?: unknown } | null;
  return calls.find((call) => call === asked?.call);
}

function nameOf({ type, expected }: v.InferIssue<typeof questions>, key: string, isParameter: boolean): string {
  if (type === 'variant') return `unknown ${key}`;
  if (expected !== 'never') return key;
  return isParameter ? 'unknown parameter' : 'unknown key';
}

function shown(value: unknown): string {
  return cut(typeof value === 'number' ? String(value) : JSON.stringify(value), 60);
}
