import type { UnpackedFile } from '../decode/decoder.ts';

/** A file to be read: one of those given, one in an archive, or a sheet. */
export type InputFile = UnpackedFile;
