import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a network namespace is made, by root, or by whom the system lets be root in one. */
const ways = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
];
const way = ways.find(
  ([program, ...args]) => spawnSync(program!, [...args, 'ip', 'link', 'set', 'lo', 'up']).status === 0,
);

/** Whether programs can be run without a network on this machine: on Linux, with `unshare` and `ip`. */
export const canDoWithoutNetwork = way !== undefined;

/** A place for one program where there is no network: no route leads anywhere, not even to this machine. */
export class WithoutNetwork {
  readonly #folder: string;
  /** Where the program is driven, by the same number here as there. */
  readonly port: number;
  readonly #server: Server;

  private constructor(folder: string, server: Server) {
    this.#folder = folder;
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async prepare(): Promise<WithoutNetwork> {
    const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-alone-'));
    const server = createServer((here) => {
      const there = connect(join(folder, 'socket'));
      here.pipe(there).on('error', () => here.destroy());
      there.pipe(here).on('error', () => there.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new WithoutNetwork(folder, server);
  }

  /** The command that runs a program there, which is driven at the port. */
  command(program: string): string[] {
    const enter = fileURLToPath(new URL('without-network.mjs', import.meta.url));
    return [...way!, process.execPath, enter, join(this.#folder, 'socket'), String(this.port), program];
  }

  /**
   * A program that runs another there, for those who start one without a say in how.
   *
   * @param drivenBy `pipe`: by files that it has open from the start
   */
  async executable(program: string, drivenBy: 'port' | 'pipe' = 'port'): Promise<string> {
    const path = join(this.#folder, 'program');
    const command = drivenBy === 'port' ? this.command(program) : [...way!, program];
    const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
    await writeFile(path, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 });
    return path;
  }

  async end(): Promise<void> {
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
