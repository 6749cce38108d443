/** A file to be read: one of those given, or one in an archive. */
export interface InputFile {
  file: Blob;
  name: string;
}
