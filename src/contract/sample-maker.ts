/** Makes the sample exports where they cannot be fetched: `workers/samples.worker.ts`. */
export interface SampleMaker {
  /**
   * The files of a sample, byte for byte those that are committed. As bytes, not as files: in WebKit, what a file holds that a worker made
   * can be gone once the worker has ended.
   */
  make(id: string): Promise<MadeFile[]>;
}

export interface MadeFile {
  name: string;
  bytes: ArrayBuffer;
}
