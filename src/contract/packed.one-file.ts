/** How the page that is one file holds its parts: in elements that browsers neither run nor show, compressed with gzip, in base64. */

/** Ids of elements, once the browser has read all of the page. */
export async function idsEndingIn(ending: string): Promise<string[]> {
  await documentRead();
  return [...document.querySelectorAll(`script[id$="${ending}"]`)].map(({ id }) => id);
}

/** What an element holds. */
export const unpack = async (id: string): Promise<ArrayBuffer> => unpacked(await packed(id));

/**
 * Compiles the WebAssembly that an element holds. In a worker: a page that does it stands still for a second. All of it at once: of a page
 * that is left meanwhile, Firefox would wait for the rest, and compile nothing else. As of a response all the same: of bytes WebKit
 * compiles twenty times as long.
 */
export async function compile(id: string): Promise<WebAssembly.Module> {
  const code = `
const unpacked = ${unpacked.toString()};
onmessage = ({ data }) => unpacked(data)
  .then((bytes) => WebAssembly.compileStreaming(new Response(bytes, { headers: { 'content-type': 'application/wasm' } })))
  .then(postMessage, (cause) => setTimeout(() => { throw cause; }));`;
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'compiler' });
  worker.postMessage(await packed(id));
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as WebAssembly.Module);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

async function packed(id: string): Promise<string> {
  // One that the browser has read is followed by another.
  if (!document.getElementById(id)?.nextElementSibling) await documentRead();
  return document.getElementById(id)!.textContent;
}

function documentRead(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
    else resolve();
  });
}

/** By itself, as a worker has its text alone. */
function unpacked(base64: string): Promise<ArrayBuffer> {
  // Four characters are three bytes.
  const portion = 4 * 65_536;
  let at = 0;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= base64.length) return controller.close();
      const characters = atob(base64.slice(at, at + portion));
      // By hand: `Uint8Array.from` takes ten times as long, and not every browser has `Uint8Array.fromBase64`.
      const bytes = new Uint8Array(characters.length);
      for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
      controller.enqueue(bytes);
      at += portion;
    },
  });
  return new Response(compressed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
