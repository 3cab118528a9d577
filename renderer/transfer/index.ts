export { ExportDialog } from './export-dialog.tsx';
export type { ExportSubject } from './export-subjects.ts';
export { chooseFiles } from './file-chooser.ts';
export { ImportArea } from './import-area.tsx';
export { ImportOutlineDialog } from './import-outline-dialog.tsx';
export { ImportsDialog } from './imports-dialog.tsx';
export { PasteDialog } from './paste-dialog.tsx';
