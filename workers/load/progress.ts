import type { FileKind } from '../../src/contract/files.ts';
import type { FileProgress, LoadProgress, ProgressUpdate } from '../../src/contract/progress.ts';
import type { OpenedInput } from './open.ts';

/** Updates of files come at most this often: faster than a bar is seen to move, they would only keep the page busy. */
const intervalMs = 100;

/** Keeps the progress of all files of a load, and reports what has changed of it. */
export class ProgressReport {
  readonly #files: FileProgress[];
  readonly #indexes: ReadonlyMap<number, number>;
  readonly #report: (update: ProgressUpdate) => void;
  /** Indexes of files that changed since the last report. */
  #changed = new Set<number>();
  #stage: LoadProgress['stage'] = 'recognising';
  #reportedAt = performance.now();

  constructor(inputs: readonly OpenedInput[], report: (update: ProgressUpdate) => void) {
    this.#report = report;
    this.#indexes = new Map(inputs.map(({ id }, index) => [id, index]));
    this.#files = inputs.map(({ name, rows, bytes }) => notRead(name, bytes, rows));
    report({ stage: this.#stage, files: [...this.#files], changed: [] });
  }

  recognised({ id }: OpenedInput, kind: FileKind): void {
    this.#change(id, { kind });
  }

  /** @param bytesRead where the number of rows is not known before the end */
  read({ id, rows, bytes }: OpenedInput, rowsRead: number, bytesRead: number | null): void {
    const share = rows === null ? (bytesRead ?? 0) / bytes : rowsRead / rows;
    this.#change(id, { rowsRead, share: Math.min(1, share) });
  }

  /** The load is at another stage: reported at once, with what has changed up to here. */
  stage(stage: LoadProgress['stage']): void {
    if (stage === this.#stage) return;
    this.#stage = stage;
    this.#send();
  }

  #change(id: number, change: Partial<FileProgress>): void {
    const index = this.#indexes.get(id)!;
    this.#files[index] = { ...this.#files[index]!, ...change };
    this.#changed.add(index);
    if (performance.now() - this.#reportedAt >= intervalMs) this.#send();
  }

  #send(): void {
    const changed = [...this.#changed].map((index): [number, FileProgress] => [index, this.#files[index]!]);
    this.#changed = new Set();
    this.#reportedAt = performance.now();
    this.#report({ stage: this.#stage, files: null, changed });
  }
}

/** The progress of a file of which nothing is read yet. */
export function notRead(name: string, bytes: number, rowsTotal: number | null): FileProgress {
  return { name, kind: null, rowsRead: 0, rowsTotal, share: 0, bytes };
}
