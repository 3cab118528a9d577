export { BackupsDialog } from './backups-dialog.tsx';
export { RecoveryDialog } from './recovery-dialog.tsx';
export { WorkCounts } from './work-counts.tsx';
