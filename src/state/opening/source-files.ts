/** The files of a source, as far as a person is told of them. */
export interface SourceFiles {
  /** Null for files of the user's own. */
  sample: string | null;
  fileNames: readonly string[];
  /** Names of files of the same folder that the page does not offer to the engine. */
  notOffered: readonly string[];
  /** Names of files that a person leaves out, whatever else was decided. */
  leftOutByPerson: readonly string[];
}
