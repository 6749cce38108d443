import type { Format } from './format.ts';
import type { messages } from './en/index.ts';
import type { laterMessages } from './en/later.ts';

/** The words of the page; the command line has its errors in them. Its own are `CommandText`. */
export type Messages = ReturnType<typeof messages>;

/** Makes the words of a language, with numbers and dates as the reader writes them. */
export type MakeMessages = (format: Format) => Messages;

/** The words of what the page does not show at first: they are fetched with the part that says them. */
export type LaterMessages = ReturnType<typeof laterMessages>;

export type MakeLaterMessages = (format: Format) => LaterMessages;
