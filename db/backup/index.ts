export { type Backup, backupNotebook, rememberBackup, rememberedBackupAt } from './backup.ts';
export { type CopyOptions, copyNotebook } from './copy.ts';
export { restoreAsCopy, type Staged, stageRestore } from './restore.ts';
export { superfluous } from './retention.ts';
export * from './shelf.ts';
export { type Depth, type Flaws, type VerifyCopy, verifyCopy } from './verify-copy.ts';
