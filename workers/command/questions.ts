import * as v from 'valibot';
import type { CommandText } from '../../src/text/command-text.ts';
import { cut } from '../../src/text/shown.ts';
import { utcText } from '../answers/instant.ts';
import { bytesOf, jsonOf } from './json-file.ts';
import { suggestion } from './suggestion.ts';

/** The names of the parameters by call. */
export const parameterNames = {
  get_cohort_retention: ['months_back', 'store_id'],
  get_at_risk_cards: ['inactivity_multiplier', 'limit', 'store_id'],
  get_revenue_attribution: ['months_back', 'points_per_currency_unit', 'store_id'],
} as const;

type Call = keyof typeof parameterNames;

const calls = Object.keys(parameterNames);

/** The form of the questions. The messages of the schemas say what is wanted; `inWords` puts before them what there is instead, and where. */
function schemaIn(text: CommandText) {
  const { questions: says } = text;
  const number = v.exactOptional(v.number(says.number));
  const storeId = v.exactOptional(id(says.storeId, text));
  const merchantId = v.exactOptional(id(says.merchantId, text));

  function questionOf<
    const Of extends Call,
    const Params extends v.ObjectEntries & Record<(typeof parameterNames)[Of][number], unknown>,
  >(call: Of, params: Params) {
    return strict(
      {
        call: v.literal(call),
        merchant_id: merchantId,
        params: v.exactOptional(v.pipe(anObject(says.params), strict(params, text))),
        answer: v.exactOptional(v.unknown()),
      },
      text,
    );
  }

  const question = v.pipe(
    anObject(says.formOfOne),
    v.variant(
      'call',
      [
        questionOf('get_cohort_retention', { months_back: number, store_id: storeId }),
        questionOf('get_at_risk_cards', { inactivity_multiplier: number, limit: number, store_id: storeId }),
        questionOf('get_revenue_attribution', {
          months_back: number,
          points_per_currency_unit: number,
          store_id: storeId,
        }),
      ],
      ({ input }) => suggestion(String(input), calls, text),
    ),
  );
  const asOfWords = `${text.instant} ${says.latest}`;
  const asOf = v.pipe(
    v.string(asOfWords),
    v.check((instant) => utcText(instant) !== null, asOfWords),
  );
  return v.pipe(
    anObject(says.form),
    strict({ as_of: v.exactOptional(asOf), answers: v.array(question, says.list) }, text),
  );
}

type Schema = ReturnType<typeof schemaIn>;

/** The questions of a file and the report date they are for. */
export type Questions = v.InferOutput<Schema>;

/** A question as `expected.json` has it, with the parameters of its call; an `answer` that is already there is ignored. */
export type Question = Questions['answers'][number];

/** @throws Error in words: of the file, or of the first thing in it that is not understood */
export async function readQuestions(path: string, text: CommandText): Promise<Questions> {
  return questionsOf(await bytesOf(path, text.questions.unread, text), path, text);
}

/**
 * The questions in the bytes of a file: JSON in UTF-8, or in UTF-16 with a byte order mark.
 *
 * @param path what the file is called in messages
 * @throws Error in words: which question, which key, what is there and what is wanted
 */
export function questionsOf(bytes: Uint8Array, path: string, text: CommandText): Questions {
  const json = jsonOf(bytes, path, text);
  const { success, issues } = v.safeParse(schemaIn(text), json, { abortEarly: true });
  if (!success) throw new Error(inWords(issues[0], json, path, text));
  // Not what valibot makes of it, which has the keys in another order: questions are echoed as they came.
  return json as Questions;
}

function id(wanted: string, { questions: says }: CommandText) {
  return v.union(
    [
      v.pipe(v.number(), v.integer(wanted), v.safeInteger(says.rounded)),
      v.pipe(
        v.string(),
        v.check((given) => given.trim() !== '', wanted),
      ),
    ],
    wanted,
  );
}

function strict<const Entries extends v.ObjectEntries>(entries: Entries, text: CommandText) {
  return v.strictObject(entries, ({ expected, input }) =>
    expected === 'never' ? suggestion(String(input), Object.keys(entries), text) : text.questions.form,
  );
}

/** valibot takes a list for an object. */
function anObject(message: string) {
  return v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), message);
}

function inWords(issue: v.InferIssue<Schema>, json: unknown, path: string, { questions: says }: CommandText): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const [, index, part] = keys;
  const subject = typeof index === 'number' ? says.name(index + 1, callOf(json, index), path) : path;
  const key = keys.at(-1);
  return `${whatIsThere()} ${issue.message}`;

  function whatIsThere(): string {
    if (typeof key !== 'string') return says.is(subject, shown(issue.input));
    if (issue.input === undefined) return says.lacks(subject, key);
    if (issue.type === 'variant') return says.unknownCall(subject, shown(issue.input));
    if (issue.expected !== 'never') return says.has(subject, key, shown(issue.input));
    return part === 'params'
      ? says.unknownParameter(subject, shown(issue.input))
      : says.unknownKey(subject, shown(issue.input));
  }
}

/** The call of a question, once it is known that the file has a list of them; undefined for one that is not understood. */
function callOf(json: unknown, index: number): string | undefined {
  const asked = (json as { answers: unknown[] }).answers[index] as { call?: unknown } | null;
  return calls.find((call) => call === asked?.call);
}

function shown(value: unknown): string {
  return cut(typeof value === 'number' ? String(value) : JSON.stringify(value), 60);
}
