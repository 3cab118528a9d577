/** The notebook file. What is outside of `db` imports this, and `db/model/index.ts`, and nothing else of it. */
export {
  BACKUP_KINDS,
  type Backup,
  type BackupKind,
  type CopyOptions,
  type Depth,
  type Flaws,
  flawedName,
  freeBackupPath,
  listShelf,
  restoreAsCopy,
  type ShelvedBackup,
  stageRestore,
  superfluous,
  type VerifyCopy,
  verifyCopy,
} from './backup/index.ts';
export type { Step } from './history/index.ts';
export { SCHEMA_VERSION } from './migrations/index.ts';
export { type ChangeListener, createNotebook, type Notebook, type NotebookOptions, openNotebook } from './notebook.ts';
export { clearSalvage, type ReadAs, type Reread, salvageNotebook } from './salvage/index.ts';
export { type SearchOptions, searchNames, searchNotebook } from './search/index.ts';
export type { Connection, Value } from './sqlite/connection.ts';
export { inOurWords } from './sqlite/failures.ts';
export { sha256Stream } from './sqlite/hash.ts';
export type { LongDeed } from './sqlite/long-deed.ts';
export type { ReadOnlyReason } from './sqlite/open.ts';
export * from './store/index.ts';
export { blocksOf, type TextPiece, textPiece } from './text-piece.ts';
