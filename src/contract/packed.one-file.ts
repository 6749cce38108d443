/** How the page that is one file holds its parts: in elements that browsers neither run nor show, compressed with gzip, in base64. */

/** How many characters are decoded at once: a page that decodes megabytes in one go stands still. Four are three bytes. */
const portion = 4 * 65_536;

/** Ids of elements, once the browser has read all of the page. */
export async function idsEndingIn(ending: string): Promise<string[]> {
  await documentRead();
  return [...document.querySelectorAll(`script[id$="${ending}"]`)].map(({ id }) => id);
}

/**
 * What an element holds.
 *
 * @param type of that, where somebody asks
 */
export async function unpack(id: string, type = 'application/octet-stream'): Promise<Response> {
  // One that the browser has read is followed by another.
  if (!document.getElementById(id)?.nextElementSibling) await documentRead();
  const bytes = bytesOf(document.getElementById(id)!.textContent);
  return new Response(bytes.pipeThrough(new DecompressionStream('gzip')), { headers: { 'content-type': type } });
}

function documentRead(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
    else resolve();
  });
}

function bytesOf(base64: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= base64.length) return controller.close();
      controller.enqueue(Uint8Array.from(atob(base64.slice(at, at + portion)), (character) => character.charCodeAt(0)));
      at += portion;
    },
  });
}
