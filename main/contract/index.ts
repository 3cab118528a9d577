/** The only file of the host that a window may import: types, the pure model, and no parser. */
export * from '../../db/model/index.ts';
export * from './channel.ts';
export type * from './events.ts';
export * from './line.ts';
export type {
  BackupEntry,
  ExportChoices,
  ExportFormat,
  ExportKind,
  ExportStyle,
  ExportSubject,
  ExportThing,
  ImportedFile,
  Input,
  MethodName,
  NotebookStatus,
  Output,
  Parsed,
  Preferences,
  Trashed,
} from './methods.ts';
