import type { Format } from '../text/format.ts';
import type { Messages } from '../text/messages.ts';

/** The tokens of `ui/tokens.css` that charts use, as plain colours. */
export interface ChartTheme {
  font: string;
  text: string;
  text2: string;
  text3: string;
  border: string;
  borderStrong: string;
  surface: string;
  warn: string;
  series1: string;
  series2: string;
  series2Deep: string;
  series3: string;
  grey: string;
  muted: string;
  /** Colours of 0, 20, 40, 60, 80 and 100 percent. */
  heat: readonly string[];
}

/** What every option builder takes besides its rows. */
export interface ChartStyle {
  theme: ChartTheme;
  format: Format;
  messages: Messages;
}
