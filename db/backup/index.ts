export { type Backup, backupNotebook, copyNotebook, lastBackupAt } from './backup.ts';
