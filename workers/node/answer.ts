import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Engine, Id, Instant } from '../../src/contract';
import { causeOf, EngineError } from '../../src/failure';
import { describeFailure } from '../../src/text/errors';
import { createNodeEngine } from './engine';
import { openFile } from './files';

const usage =
  'Usage: npm run --silent answer -- --cards F --transactions F [--stores F] [--as-of ISO] --questions Q.json';

/** One question in the form in which `expected.json` has it; an `answer` that is already there is ignored. */
interface Question {
  call: string;
  merchant_id?: Id;
  params?: Record<string, number>;
}

interface Questions {
  as_of?: Instant;
  answers: Question[];
}

/** Answers the questions of a file from an export on disk; prints `{as_of, answers: [{call, merchant_id, params, answer}]}`. */
export async function main(args: string[]): Promise<void> {
  try {
    await print(process.stdout, JSON.stringify(await answerAll(args), null, 2));
    process.exit(0);
  } catch (thrown) {
    await print(process.stderr, messageOf(thrown));
    process.exit(1);
  }
}

/** Waits until the text is out: the decoder's thread would keep the process alive, so it is ended right after. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(`${text}\n`, () => resolve()));
}

async function answerAll(args: string[]): Promise<object> {
  const options = optionsOf(args);
  const questions = await readQuestions(options.questions);
  const engine = createNodeEngine();
  const files = [options.cards, options.transactions, options.stores].filter((path) => path !== undefined);
  const { latest } = await engine.load(await Promise.all(files.map(openFile)), () => undefined);
  const asOf = options['as-of'] ?? questions.as_of ?? latest ?? undefined;
  const answers = [];
  for (const { call, merchant_id, params = {} } of questions.answers) {
    answers.push({
      call,
      merchant_id,
      params,
      answer: await ask(engine, call, { merchantId: merchant_id, asOf }, params),
    });
  }
  return { as_of: asOf, answers };
}

function ask(
  engine: Engine,
  call: string,
  scope: { merchantId: Id | undefined; asOf: Instant | undefined },
  params: Record<string, number>,
): Promise<unknown> {
  switch (call) {
    case 'get_cohort_retention':
      return engine.cohortRetention({ ...scope, monthsBack: params.months_back });
    case 'get_at_risk_cards':
      return engine.atRiskCards({ ...scope, multiplier: params.inactivity_multiplier, limit: params.limit });
    case 'get_revenue_attribution':
      return engine.revenueAttribution({
        ...scope,
        monthsBack: params.months_back,
        pointsPerCurrencyUnit: params.points_per_currency_unit,
      });
    default:
      throw new Error(
        `Unknown call "${call}". Known are get_cohort_retention, get_at_risk_cards and get_revenue_attribution.`,
      );
  }
}

interface Options {
  cards: string;
  transactions: string;
  stores?: string;
  'as-of'?: string;
  questions: string;
}

function optionsOf(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { cards: text, transactions: text, stores: text, 'as-of': text, questions: text },
  });
  for (const name of ['cards', 'transactions', 'questions'] as const) {
    if (!values[name]) throw new Error(`The option --${name} is missing.\n${usage}`);
  }
  return values as Options;
}

async function readQuestions(path: string): Promise<Questions> {
  const questions: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (typeof questions === 'object' && questions !== null && 'answers' in questions && Array.isArray(questions.answers))
    return questions as Questions;
  throw new Error(
    `The questions in ${path} need the form {"as_of": …, "answers": [{"call": …, "merchant_id": …, "params": {…}}]}.`,
  );
}

function messageOf(thrown: unknown): string {
  if (!(thrown instanceof EngineError)) return causeOf(thrown);
  const { title, explanation, next } = describeFailure(thrown);
  return [title, explanation, next].filter(Boolean).join('\n');
}
