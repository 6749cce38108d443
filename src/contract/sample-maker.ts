/** Makes the sample exports where they cannot be fetched: `workers/samples.worker.ts`. */
export interface SampleMaker {
  /** The files of a sample, byte for byte those that are committed. */
  make(id: string): Promise<File[]>;
}
