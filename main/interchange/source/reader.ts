import type { SourceDraft } from '../../../db/model/index.ts';

/**
 * One direction of a format family: bytes in, a source before it is stored out. A new format is a new
 * folder with a reader in it and one line in `read-source.ts`.
 */
export interface SourceReader {
  /**
   * @param name the file's name, which gives the title where the content has none
   * @throws LecternError `damaged-file`, `encrypted-file`, `too-large`, each with a sentence that names the file
   */
  read(bytes: Uint8Array, name: string): SourceDraft | Promise<SourceDraft>;
}
