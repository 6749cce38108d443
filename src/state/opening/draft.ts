import type { FileKind } from '../../contract/files.ts';
import type { CardState, FileInspection, FilePlan, TextDialect, WantedColumn } from '../../contract/matching.ts';

/** The columns of the contract by kind of file. */
export type Wanted = Record<FileKind, WantedColumn[]>;

/** What is decided so far about the files of one shape: they have the same columns, so that one answer does for all. */
export interface Draft extends ReadingChoice {
  shape: string;
  /** Never empty. */
  files: FileInspection[];
  /** Null to leave the files out. */
  kind: FileKind | null;
  /**
   * Where the draft comes from. `certain`: the column names. `proposed`: a guess. `remembered`: an earlier answer. `contradicted`: an
   * earlier answer that the values contradict.
   */
  origin: 'certain' | 'proposed' | 'remembered' | 'contradicted';
  /** A person has chosen something since. */
  changed: boolean;
  /** The shape in which files like these are found, where a person says how they are laid out: it is another. */
  foundShape: string | null;
}

/** How the files are read as what they are. */
export interface ReadingChoice {
  /** The file's column by the contract's name. */
  columns: Record<string, string>;
  dialect: TextDialect;
  /** The contract's transaction type by the file's word for it. */
  types: Record<string, string>;
  /** What a person said of the file's words for whether a card is active. */
  states: Record<string, CardState>;
  /** Null where nothing says, and nobody has. */
  amounts: NonNullable<FilePlan['amounts']> | null;
  /** Null where all amounts are below 0, and nobody has said whether those are purchases. */
  signs: NonNullable<FilePlan['signs']> | null;
  ids: NonNullable<FilePlan['ids']>;
  /** The column whose dates can be read two ways while nobody has said which. */
  undecidedDates: string | null;
  /** The same of numbers. */
  undecidedNumbers: string | null;
}
