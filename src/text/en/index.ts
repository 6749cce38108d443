import { backTest } from './back-test.ts';
import { bands } from './bands.ts';
import { calendar } from './calendar.ts';
import { churn } from './churn.ts';
import { cohorts } from './cohorts.ts';
import { currency } from './currency.ts';
import { errors } from './errors.ts';
import { insights } from './insights.ts';
import { months } from './months.ts';
import { overview } from './overview.ts';
import { page } from './page.ts';
import { quality } from './quality.ts';
import { revenue } from './revenue.ts';
import { scope } from './scope.ts';
import { store } from './store.ts';
import { timeline } from './timeline.ts';
import type { Format } from '../format.ts';
import { sampleText } from './samples.ts';
import { tableText } from './table.ts';
import { viewsText } from './views.ts';

/** All words of the page, and those that the command line shares with it, in English: what the other languages have to say as well. */
export function messages(format: Format) {
  return {
    ...backTest(format),
    ...bands(format),
    ...calendar(),
    ...churn(format),
    ...cohorts(format),
    ...currency(),
    ...errors(format),
    ...insights(format),
    ...months(format),
    ...overview(format),
    ...page(format),
    ...quality(format),
    ...revenue(format),
    ...scope(),
    ...store(format),
    ...timeline(format),
    sampleText,
    tableText,
    viewsText,
  };
}
