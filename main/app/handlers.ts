import type { MethodName } from '../contract/index.ts';
import { analysisHandlers } from './analysis.ts';
import { backupHandlers } from './backups.ts';
import { collectionHandlers } from './collections.ts';
import { entityHandlers } from './entities.ts';
import { entityTypeHandlers } from './entity-types.ts';
import { exportHandlers } from './exports.ts';
import type { Handler } from './handler.ts';
import { highlightHandlers } from './highlights.ts';
import { historyHandlers } from './history.ts';
import { imageHandlers } from './images.ts';
import { importHandlers } from './imports.ts';
import { mentionHandlers } from './mentions.ts';
import { notebookHandlers } from './notebook.ts';
import { noteHandlers } from './notes.ts';
import { outlineHandlers } from './outlines.ts';
import { preferenceHandlers } from './preferences.ts';
import { readerHandlers } from './reader.ts';
import { recoveryHandlers } from './recovery.ts';
import { relationHandlers } from './relations.ts';
import { searchHandlers } from './search.ts';
import { settingHandlers } from './settings.ts';
import { sourceHandlers } from './sources.ts';
import { tagHandlers } from './tags.ts';
import { trashHandlers } from './trash.ts';

/** Every method of the contract with what answers it. */
export const HANDLERS: { readonly [M in MethodName]: Handler<M> } = {
  ...notebookHandlers,
  ...backupHandlers,
  ...preferenceHandlers,
  ...sourceHandlers,
  ...collectionHandlers,
  ...importHandlers,
  ...readerHandlers,
  ...highlightHandlers,
  ...tagHandlers,
  ...entityHandlers,
  ...entityTypeHandlers,
  ...mentionHandlers,
  ...relationHandlers,
  ...recoveryHandlers,
  ...noteHandlers,
  ...imageHandlers,
  ...outlineHandlers,
  ...searchHandlers,
  ...historyHandlers,
  ...trashHandlers,
  ...analysisHandlers,
  ...exportHandlers,
  ...settingHandlers,
};
