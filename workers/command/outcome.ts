import type { AnswerParams } from '../../src/contract/answers.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { ErrorDetails } from '../../src/contract/errors.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { FilePlans } from '../../src/contract/matching.ts';
import { warningsOf } from '../../src/domain/load-warnings.ts';
import { describeFailure } from '../../src/text/errors.ts';
import { createNodeEngine } from '../node/engine.ts';
import { openFile } from '../node/files.ts';
import { CommandError, helpIn, optionsOf, type Options } from './options.ts';
import { readPlan } from './plan.ts';
import { readQuestions, type Question } from './questions.ts';
import { withStoreNames } from './store-names.ts';
import type { Words } from './words.ts';

/** What the command comes to. */
export interface Outcome {
  /** 0 answered, 1 the files or the questions cannot be answered, 2 the command is wrong. */
  code: 0 | 1 | 2;
  /** The answers as JSON, or the usage; where there are none, why. */
  line: string;
  /** What changes numbers and may be a misunderstanding, a line each. */
  warnings: string[];
}

/** Answers the questions of a file from an export on disk: `{as_of, answers: [{call, merchant_id, params, answer}]}`. */
export async function outcomeOf(args: string[], words: Words): Promise<Outcome> {
  try {
    const options = optionsOf(args, words.text);
    if (options === 'help') return { code: 0, line: helpIn(words.text), warnings: [] };
    const { answers, warnings } = await answerAll(options, words);
    return { code: 0, line: JSON.stringify(answers, null, 2), warnings };
  } catch (thrown) {
    return { code: thrown instanceof CommandError ? 2 : 1, line: messageOf(thrown, words), warnings: [] };
  }
}

async function answerAll(options: Options, words: Words): Promise<{ answers: object; warnings: string[] }> {
  const { text, messages } = words;
  const questions = await readQuestions(options.questions, text);
  const engine = createNodeEngine();
  const files = await Promise.all(options.files.map(openFile));
  const names = files.map(({ name }) => name);
  const plans: FilePlans = options.plan === undefined ? new Map() : await readPlan(options.plan, names, text);
  const { latest, leftOut, check } = await engine.load(files, () => undefined, plans, options.calendar);
  const unused = names.find((name) => leftOut.some((file) => file.name === name) && plans.get(name) !== null);
  if (unused !== undefined) throw new Error(text.leftOut(unused));
  const asOf = options.asOf ?? questions.as_of ?? latest ?? undefined;
  const answers = [];
  for (const [index, question] of questions.answers.entries()) {
    const { call, merchant_id, params = {} } = question;
    try {
      answers.push({
        call,
        merchant_id,
        params,
        answer: await ask(engine, question, { asOf, calendar: options.calendar }),
      });
    } catch (thrown) {
      const name = text.questions.name(index + 1, call, options.questions);
      throw new Error(`${name}: ${messageOf(thrown, words)}`, { cause: thrown });
    }
  }
  return { answers: { as_of: asOf, answers }, warnings: warningsOf(check).map(messages.checkText.warning) };
}

async function ask(
  engine: Engine,
  question: Question,
  report: Pick<AnswerParams, 'asOf' | 'calendar'>,
): Promise<unknown> {
  const scope = { ...report, merchantId: question.merchant_id, storeId: question.params?.store_id };
  switch (question.call) {
    case 'get_cohort_retention':
      return engine.cohortRetention({ ...scope, monthsBack: question.params?.months_back });
    case 'get_at_risk_cards':
      return engine.atRiskCards({
        ...scope,
        multiplier: question.params?.inactivity_multiplier,
        limit: question.params?.limit,
      });
    case 'get_revenue_attribution':
      return withStoreNames(
        await engine.revenueAttribution({
          ...scope,
          monthsBack: question.params?.months_back,
          pointsPerCurrencyUnit: question.params?.points_per_currency_unit,
        }),
      );
  }
}

/** The engine's parameters as questions spell them, where that is another way. */
const spellings: Record<string, string> = {
  asOf: 'as_of',
  monthsBack: 'months_back',
  multiplier: 'inactivity_multiplier',
  pointsPerCurrencyUnit: 'points_per_currency_unit',
};

/** What was thrown, in words. */
function messageOf(thrown: unknown, { messages }: Words): string {
  if (!(thrown instanceof EngineError)) return causeOf(thrown);
  const { title, explanation, next } = describeFailure(asSpelled(thrown), messages);
  return [title, explanation, next].filter(Boolean).join('\n');
}

function asSpelled(failure: EngineError): EngineError {
  if (failure.code !== 'parameter-invalid') return failure;
  const details = failure.details as ErrorDetails['parameter-invalid'];
  return new EngineError('parameter-invalid', {
    ...details,
    parameter: spellings[details.parameter] ?? details.parameter,
  });
}
