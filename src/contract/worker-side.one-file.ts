/** What every worker of the page that is one file begins with. */
/** What a worker asks the page. A worker is made with two ports: where it is spoken with, and where is said that it failed or has to end. */
export type Question = { wasm: string } | { read: Blob } | { make: { script: string; code: string; name: string } };

/** A question on its way, and what comes back. */
export interface Asked {
  number: number;
  question: Question;
}
export type Answer = { number: number } & ({ given: unknown } | { failure: unknown });

declare global {
  /** Asks the page, in a worker. Ports are handed over. */
  function askPage(question: Question, ports?: MessagePort[]): Promise<unknown>;
}

/** Its code: `begun` resolves when a script may run. */
export const beginning = `const begun = (${meetPage.toString()})().then(${readThroughPage.toString()});\n`;

/**
 * By itself, as its text is all that there is of it. The worker is spoken with at a port, by whoever had it made; what comes otherwise is of
 * the page. Not at a port as well: in Chromium no WebAssembly comes through one.
 */
function meetPage(): Promise<void> {
  return new Promise((resolve) => {
    const toPage = postMessage.bind(globalThis) as (asked: Asked, ports: MessagePort[]) => void;
    const waiting: ((answer: Answer) => void)[] = [];
    globalThis.askPage = (question, ports = []) =>
      new Promise((answered, failed) => {
        const number =
          waiting.push((answer) => ('given' in answer ? answered(answer.given) : failed(answer.failure))) - 1;
        toPage({ number, question }, ports);
      });
    addEventListener('message', (event: MessageEvent<Answer | null>) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      const { data: answer, ports } = event;
      if (answer) return waiting[answer.number]!(answer);
      const talk = ports[0]!;
      globalThis.postMessage = talk.postMessage.bind(talk) as typeof postMessage;
      talk.onmessage = ({ data, ports }) =>
        void dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
      resolve();
    });
  });
}

/** Where the browser lets it read no files, the page reads them for it. By itself as well. */
async function readThroughPage(): Promise<void> {
  try {
    await new Blob(['0']).arrayBuffer();
    return;
  } catch {
    // WebKit.
  }
  const portion = 4 * 1024 * 1024;
  const bytesOf = (blob: Blob): Promise<ArrayBuffer> => askPage({ read: blob }) as Promise<ArrayBuffer>;
  Object.assign(Blob.prototype, {
    arrayBuffer(this: Blob) {
      return bytesOf(this);
    },
    async text(this: Blob) {
      return new TextDecoder().decode(await bytesOf(this));
    },
    stream(this: Blob) {
      let at = 0;
      return new ReadableStream({
        pull: async (controller) => {
          if (at >= this.size) return controller.close();
          const bytes = await bytesOf(this.slice(at, at + portion));
          controller.enqueue(new Uint8Array(bytes));
          at += portion;
        },
      });
    },
  });
}
