import type { ImportLimits, SourceDraft } from '../../../db/model/index.ts';

/** What whoever imports a file decides of its reading; each format heeds what concerns it. */
export interface ReadingChoices {
  /** Opens a protected PDF. It is used and forgotten: nothing keeps or writes it. */
  readonly password?: string | undefined;
  /** What is taken of a web page: all of it, or the article without what surrounds it. */
  readonly page?: 'whole' | 'article' | undefined;
  /** The usual ones where they are left out. */
  readonly limits?: ImportLimits | undefined;
  /** The encoding of a text, where somebody says what it is; see `decodeIn`. */
  readonly encoding?: string | undefined;
}

/**
 * One direction of a format family: bytes in, a source before it is stored out. A new format is a new
 * folder with a reader in it and one line in `read-source.ts`.
 */
export interface SourceReader {
  /**
   * @param name the file's name, which gives the title where the content has none
   * @throws LecternError `damaged-file`, `encrypted-file`, `password-needed`, `wrong-password`, `too-large`, each with a sentence that names the file
   */
  read(bytes: Uint8Array, name: string, choices: ReadingChoices): SourceDraft | Promise<SourceDraft>;
}
