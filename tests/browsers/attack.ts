import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that is none of the page's, which lets everybody in and remembers what it was asked for. */
export class Foreigner {
  readonly heard: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.heard.push(request.url!);
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('');
    });
    this.#server.on('upgrade', (request, socket) => {
      this.heard.push(request.url!);
      socket.destroy();
    });
  }

  static async listen(): Promise<Foreigner> {
    const foreigner = new Foreigner();
    await new Promise<void>((resolve) => foreigner.#server.listen(0, '127.0.0.1', resolve));
    return foreigner;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** The ways in which a worker is made to try, and its own worker. */
export const ways = ['fetch', 'xhr', 'socket', 'events', 'import', 'eval', 'nested'];

/**
 * A script for a worker that tries all ways to `foreign` and then tells its own host which of them were open: it asks for
 * `/tried/<worker>/<way>-<way>…`, or `/tried/<worker>/none`.
 */
export function attackOn(foreign: string, worker: string): string {
  return `;(${attack.toString()})(${JSON.stringify(foreign)}, ${JSON.stringify(worker)});\n`;
}

/** Runs in the worker. */
async function attack(foreign: string, worker: string): Promise<void> {
  const http = `http://${foreign}/${worker}`;
  const home = new URL(/^blob:/.test(location.href) ? location.href.slice(5) : location.href).origin;
  const either = (target: EventTarget, good: string): Promise<void> =>
    new Promise((resolve, reject) => {
      target.addEventListener(good, () => resolve());
      target.addEventListener('error', () => reject(new Error('refused')));
      setTimeout(() => reject(new Error('silence')), 3_000);
    });
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(`${http}/fetch`, { mode: 'no-cors' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      const loaded = either(request, 'load');
      request.open('GET', `${http}/xhr`);
      request.send();
      return loaded;
    },
    socket: () => either(new WebSocket(`ws://${foreign}/${worker}/socket`), 'open'),
    events: () => either(new EventSource(`${http}/events`), 'open'),
    import: () => import(/* @vite-ignore */ `${http}/import.js`),
    eval: () => (0, eval)('0'),
    nested: () => {
      const code = `fetch(${JSON.stringify(`${http}/nested`)}, { mode: 'no-cors' }).then(() => postMessage(1), () => close())`;
      return either(new Worker(URL.createObjectURL(new Blob([code]))), 'message');
    },
  };
  const open: string[] = [];
  for (const [way, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      open.push(way);
    } catch {
      // Refused.
    }
  }
  await fetch(`${home}/tried/${worker}/${open.join('-') || 'none'}`).catch(() => undefined);
}
