/**
 * The contract: every method a window, a browser tab or a script may call, with the shape of its input and output.
 * Adding a method is one entry here and a handler in `main/app`; leaving either out does not compile.
 *
 * Offsets count Unicode code points of the source's text. Times are ISO 8601 in UTC. `kind` says what a method does to
 * the notebook: a `query` reads, a `deed` changes it as one undoable step (and is refused on a read-only notebook),
 * `host` touches something outside the open notebook.
 */
import type { z } from 'zod';
import { analysisMethods } from './methods/analysis.ts';
import { backupsMethods } from './methods/backups.ts';
import { collectionsMethods } from './methods/collections.ts';
import { entitiesMethods } from './methods/entities.ts';
import { entityTypesMethods } from './methods/entity-types.ts';
import { exportsMethods } from './methods/exports.ts';
import { highlightsMethods } from './methods/highlights.ts';
import { historyMethods } from './methods/history.ts';
import { imagesMethods } from './methods/images.ts';
import { importsMethods } from './methods/imports.ts';
import type { Methods } from './methods/method.ts';
import { notebookMethods } from './methods/notebook.ts';
import { notesMethods } from './methods/notes.ts';
import { outlinesMethods } from './methods/outlines.ts';
import { readerMethods } from './methods/reader.ts';
import { recoveryMethods } from './methods/recovery.ts';
import { searchMethods } from './methods/search.ts';
import { sourcesMethods } from './methods/sources.ts';
import { tagsMethods } from './methods/tags.ts';

export type { BackupEntry } from './methods/backups.ts';
export {
  EXPORT_FORMATS,
  EXPORT_STYLES,
  EXPORT_THINGS,
  type ExportChoices,
  type ExportFormat,
  type ExportKind,
  type ExportStyle,
  type ExportSubject,
  type ExportThing,
  UNRESOLVED_REASONS,
} from './methods/exports.ts';
export type { Trashed } from './methods/history.ts';
export type { ImportedFile, ImportRun } from './methods/imports.ts';
export type { MethodDefinition } from './methods/method.ts';
export { importLimits, type NotebookStatus, type Preferences } from './methods/notebook.ts';
export { CITATION_PROBLEMS } from './methods/sources.ts';

export const METHODS = {
  ...notebookMethods,
  ...backupsMethods,
  ...sourcesMethods,
  ...collectionsMethods,
  ...importsMethods,
  ...readerMethods,
  ...recoveryMethods,
  ...highlightsMethods,
  ...tagsMethods,
  ...entitiesMethods,
  ...entityTypesMethods,
  ...notesMethods,
  ...imagesMethods,
  ...outlinesMethods,
  ...searchMethods,
  ...historyMethods,
  ...exportsMethods,
  ...analysisMethods,
} as const satisfies Methods;

type Definitions = typeof METHODS;

export type MethodName = keyof Definitions;

/** What a caller hands over. */
export type Input<M extends MethodName> = z.input<Definitions[M]['input']>;

/** What a handler receives: the input after parsing. */
export type Parsed<M extends MethodName> = z.output<Definitions[M]['input']>;

export type Output<M extends MethodName> = z.output<Definitions[M]['output']>;
