import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Build } from './fixtures/builds.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface Answer {
  status?: number;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** The rest never comes. */
  isUnfinished?: boolean;
  /** The connection is lost before the rest has come. */
  isBroken?: boolean;
}

/** A host of builds that can be unplugged, and made to behave like some that there are. */
export class Host {
  /** What lies in its folders, by their paths, such as `/`. */
  readonly folders = new Map<string, Build>();
  /** What it answers instead of a file; null for the file. */
  instead: (path: string, request: IncomingMessage) => Answer | null | Promise<Answer | null> = () => null;
  /** What it sends with every file. */
  headers: OutgoingHttpHeaders = {};
  /** Paths that it was asked for. */
  readonly requests: string[] = [];
  #server = createServer((request, response) => void this.#answer(request, response));
  #port = 0;

  static async of(build: Build): Promise<Host> {
    const host = new Host();
    host.folders.set('/', build);
    await host.plug();
    return host;
  }

  address(path = '/'): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  /** Reachable, at the same address as before. */
  async plug(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Not reachable any more, from one moment to the next. */
  async unplug(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Has whoever asks for a path wait until the function that this returns is called. */
  holdBack(path: string): () => void {
    let release = (): void => undefined;
    const released = new Promise<null>((resolve) => (release = () => resolve(null)));
    this.instead = (asked) => (asked === path ? released : null);
    return release;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url!, this.address()).pathname;
    this.requests.push(path);
    const answer = (await this.instead(path, request)) ?? this.#file(path, request);
    const type = types[extname(path)] ?? (path.endsWith('/') ? types['.html'] : 'application/octet-stream');
    response.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers });
    if (answer.isBroken) response.write(answer.body, () => response.destroy());
    else if (answer.isUnfinished) response.write(answer.body);
    else response.end(answer.body);
  }

  #file(path: string, request: IncomingMessage): Answer {
    const folder = [...this.folders.keys()]
      .filter((one) => path.startsWith(one))
      .sort((a, b) => b.length - a.length)[0];
    const body = folder && this.folders.get(folder)!.get(path.slice(folder.length) || 'index.html');
    if (!body) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const headers = { etag, 'cache-control': 'no-cache', ...this.headers };
    return request.headers['if-none-match'] === etag ? { status: 304, headers } : { headers, body };
  }
}
