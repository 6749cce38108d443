/**
 * How the page that is one file holds its parts: in elements that browsers neither run nor show, compressed with gzip, in base64. A part
 * begins with an element that has its id and goes on in those after it that have none.
 */

/** What a part holds. */
export const unpack = (id: string): Promise<ArrayBuffer> => unpacked(packed(id));

/**
 * Compiles the WebAssembly of a part. In a worker: a page that does it stands still for a second. It unpacks while the browser still reads
 * the page, and compiles all of it at once: of a page that is left meanwhile, Firefox would wait for the rest, and compile nothing else. As
 * of a response all the same: of bytes WebKit compiles twenty times as long.
 */
export async function compile(id: string): Promise<WebAssembly.Module> {
  const code = `
const packed = new ReadableStream({ start: (controller) => {
  onmessage = ({ data }) => data === null ? controller.close() : controller.enqueue(data);
} });
(${unpacked.toString()})(packed)
  .then((bytes) => WebAssembly.compileStreaming(new Response(bytes, { headers: { 'content-type': 'application/wasm' } })))
  .then(postMessage, (cause) => setTimeout(() => { throw cause; }));`;
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'compiler' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as WebAssembly.Module);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      void packed(id).pipeTo(
        new WritableStream({ write: (text) => worker.postMessage(text), close: () => worker.postMessage(null) }),
      );
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

/** The texts of a part, as the browser reads them. */
function packed(id: string): ReadableStream<string> {
  const find = (): Element | null => document.getElementById(id);
  let element: Element | null = null;
  return new ReadableStream({
    async pull(controller) {
      const next = element;
      element = await whole(next ? () => next.nextElementSibling : find);
      if (element && (!next || element.matches('script[type="application/gzip"]:not([id])')))
        controller.enqueue(element.textContent);
      else controller.close();
    },
  });
}

/** An element, once the browser has read all of it: then another follows, or the page is at its end. */
async function whole(find: () => Element | null): Promise<Element | null> {
  for (;;) {
    const element = find();
    if (element?.nextElementSibling || document.readyState !== 'loading') return element;
    await moreRead();
  }
}

function moreRead(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => go());
    const go = (): void => {
      observer.disconnect();
      document.removeEventListener('DOMContentLoaded', go);
      resolve();
    };
    observer.observe(document.body, { childList: true });
    document.addEventListener('DOMContentLoaded', go);
  });
}

/** By itself, as a worker has its text alone. */
function unpacked(packed: ReadableStream<string>): Promise<ArrayBuffer> {
  const decode = new TransformStream<string, Uint8Array<ArrayBuffer>>({
    transform(base64, controller) {
      const characters = atob(base64);
      // By hand: `Uint8Array.from` takes ten times as long, and not every browser has `Uint8Array.fromBase64`.
      const bytes = new Uint8Array(characters.length);
      for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
      controller.enqueue(bytes);
    },
  });
  return new Response(packed.pipeThrough(decode).pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
