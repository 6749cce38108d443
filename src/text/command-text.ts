import type { command } from './en/command.ts';

/** What the command line says for itself. Not among the messages: the page would load it. */
export type CommandText = typeof command;
