import type { Ask } from './questions.ts';

/** Whoever answers in the page: the engine, or what a user would pick instead. */
export interface Contender {
  /** Settles when it is ready for files. */
  started(): Promise<unknown>;
  /** What the page does while its user chooses files; nothing for most. */
  rehearse?(): Promise<unknown>;
  load(files: File[], onStage: (stage: string) => void): Promise<unknown>;
  answer(ask: Ask): Promise<unknown>;
  /** Builds at once what does not depend on the report date; nothing for most. */
  prepare?(): Promise<unknown>;
  /** Bytes that the loaded data takes by its own count; null where it does not count. */
  memory(): Promise<number | null>;
}

/** The names by which `page.html?name` starts them. */
export type ContenderName = 'engine' | 'hyparquet' | 'direct';

/** What a worker of a peer exposes. */
export interface Peer {
  start(): Promise<void>;
  load(files: File[]): Promise<void>;
  answer(ask: Ask): Promise<unknown>;
}
