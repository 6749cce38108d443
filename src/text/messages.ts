import type { Format } from './format.ts';
import type { messages } from './en/index.ts';

/** All words of the page; the command line has its errors in them. Its own are `CommandText`. */
export type Messages = ReturnType<typeof messages>;

/** Makes the words of a language, with numbers and dates as the reader writes them. */
export type MakeMessages = (format: Format) => Messages;
