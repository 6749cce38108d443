import { spawn, type ChildProcess } from 'node:child_process';

/**
 * The shell waits for its input to end, which it does with the process that started it, however that ends; then it ends all of its
 * group. So does the end of the command itself.
 */
const script = '{ "$@"; kill 0; } & read -r _; kill 0';

/** A command with all that it starts in its turn: none of it outlives the tests, even those that are killed. */
export class Group {
  readonly #shell: ChildProcess;
  readonly #ended: Promise<void>;
  /** What it wrote so far. */
  output = '';

  constructor(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    // In a group of its own, which is what the shell ends.
    const shell = spawn('sh', ['-c', script, 'sh', command, ...args], {
      detached: true,
      env: { ...process.env, ...environment },
    });
    for (const stream of [shell.stdout, shell.stderr])
      stream.setEncoding('utf8').on('data', (text) => (this.output += text));
    // Once nothing of the group has its output any more.
    this.#ended = new Promise((resolve) => shell.once('close', () => resolve()));
    this.#shell = shell;
  }

  /** Waits until the command is ready; an error says what it wrote instead. */
  async ready(isReady: (output: string) => boolean | Promise<boolean>): Promise<void> {
    let hasEnded = false;
    void this.#ended.then(() => (hasEnded = true));
    const end = performance.now() + 30_000;
    while (!(await isReady(this.output))) {
      if (hasEnded || performance.now() > end)
        throw new Error(`${this.#shell.spawnargs.at(4)} did not start: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async end(): Promise<void> {
    this.#shell.stdin!.end();
    await this.#ended;
  }
}
