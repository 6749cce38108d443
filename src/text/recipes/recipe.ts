import type { SystemId, systems } from './systems.ts';

/**
 * How an export is made in one system. Names of menus and columns are marked in the sentences: `[Orders]` in the language of the
 * sentences, `{Orders}` in English.
 */
export interface Recipe {
  steps: string[];
  /** The files that come out, customers or cards first. */
  files: string[];
  /** What surprises in them. */
  notes: string[];
}

/** All recipes in one language, with the words around them. */
export interface RecipeBook {
  words: {
    lead: string;
    /** Above the names of the systems. */
    systems: string;
    /** Of `{system}`. */
    steps: string;
    /** The last step, whatever the system. */
    openTogether: string;
    files: string;
    notes: string;
    shows: string;
    /** What can be read off the files, by what they hold. */
    from: Record<(typeof systems)[number]['holds'], string>;
    /** On `{day}`, of `{system}`. */
    checked: string;
  };
  recipes: Record<SystemId, Recipe>;
}

/** A piece of a sentence. */
export interface Piece {
  text: string;
  /** The language of a name of a menu or column; null for the sentence around it. */
  names: 'own' | 'english' | null;
}

/** A sentence in pieces, names of menus and columns apart from what is said about them. */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(\[[^\]]+\]|\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const names = piece.startsWith('[') ? 'own' : piece.startsWith('{') ? 'english' : null;
      return { text: names ? piece.slice(1, -1) : piece, names };
    });
}
