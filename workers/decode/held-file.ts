/** A file of this size is read in one go: every slice of a file is a message to the browser and back, which takes as long. */
const smallBytes = 256 * 1024;

/** Bytes of small files that are held at a time. */
const mostHeld = 64 * 2 ** 20;

let held = 0;

/** A small file with its bytes in memory, for as long as there is room; any other file as it is. */
export async function heldWhereSmall(file: Blob): Promise<Blob> {
  if (file.size > smallBytes || held + file.size > mostHeld) return file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A file that shrank or grew since it was chosen: whoever reads it says so.
  if (bytes.length !== file.size) return file;
  held += bytes.length;
  return new HeldFile(bytes);
}

/** Lets go of what `heldWhereSmall` holds. */
export function letGo(file: Blob): void {
  if (file instanceof HeldFile) held -= file.size;
}

/** Bytes in memory with what the decoders ask of a blob. */
class HeldFile implements Blob {
  readonly type = '';
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  /** As `Blob` has it: positions below zero count from the end. */
  slice(from = 0, to = this.size): Blob {
    const position = (at: number): number => (at < 0 ? Math.max(0, this.size + at) : Math.min(at, this.size));
    return new HeldFile(this.#bytes.subarray(position(from), Math.max(position(from), position(to))));
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes.slice();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(this.#bytes);
  }

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const bytes = this.#bytes;
    return new ReadableStream({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes.slice());
        controller.close();
      },
    });
  }
}
