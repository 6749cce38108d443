import type { AnswerParams } from '../../src/contract/answers.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { ErrorDetails } from '../../src/contract/errors.ts';
import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { describeFailure } from '../../src/text/errors.ts';
import { createFormat } from '../../src/text/format.ts';
import { messages as german } from '../../src/text/de/index.ts';
import { messages as english } from '../../src/text/en/index.ts';
import { messages as french } from '../../src/text/fr/index.ts';
import { languageOf, variantsOf, type Language } from '../../src/text/languages.ts';
import type { MakeMessages, Messages } from '../../src/text/messages.ts';
import { createNodeEngine } from '../node/engine.ts';
import { openFile } from '../node/files.ts';
import { CommandError, help, optionsOf, type Options } from './options.ts';
import { print } from './output.ts';
import { withStoreNames } from './store-names.ts';
import { questionName, readQuestions, type Question } from './questions.ts';

/**
 * Answers the questions of a file from an export on disk; prints `{as_of, answers: [{call, merchant_id, params, answer}]}`.
 * Ends the process: the decoder's thread would keep it alive.
 */
export async function main(args: string[]): Promise<never> {
  process.exit(await run(args));
}

/** The exit code: 0 answered, 1 the files or the questions cannot be answered, 2 the command is wrong. */
async function run(args: string[]): Promise<number> {
  const messages = messagesFor(process.env);
  try {
    const options = optionsOf(args);
    await print('stdout', options === 'help' ? help : JSON.stringify(await answerAll(options, messages), null, 2));
    return 0;
  } catch (thrown) {
    // Where stderr cannot be written either, the exit code says it alone.
    await print('stderr', messageOf(thrown, messages)).catch(() => undefined);
    return thrown instanceof CommandError ? 2 : 1;
  }
}

async function answerAll(options: Options, messages: Messages): Promise<object> {
  const questions = await readQuestions(options.questions);
  const engine = createNodeEngine();
  const files = await Promise.all(options.files.map(openFile));
  const { latest, leftOut } = await engine.load(files, () => undefined, new Map(), options.calendar);
  const unused = files.find(({ name }) => leftOut.includes(name));
  if (unused) throw new Error(`${unused.name} is by its name no part of an export. Leave it out, or rename it.`);
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
      const name = questionName(index, call, options.questions);
      throw new Error(`${name}: ${messageOf(thrown, messages)}`, { cause: thrown });
    }
  }
  return { as_of: asOf, answers };
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

/** All at hand: what runs TypeScript here imports nothing more once this has begun. */
const words: Record<Language, MakeMessages> = { en: english, fr: french, de: german };

/** In the language of the shell, by POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`. */
function messagesFor({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Messages {
  // `de_LU.UTF-8`
  const tag = (LC_ALL || LC_MESSAGES || LANG || 'en').replace(/[.@].*$/, '').replace('_', '-');
  const language = languageOf([tag]);
  return words[language](createFormat(variantsOf(language, [tag])));
}

function messageOf(thrown: unknown, messages: Messages): string {
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
