/** Backups: who makes those of the open notebook, and where each notebook's lie. */
export { type BackupState, createKeeper, type Keeper } from './keeper.ts';
export { freePath, shelfOf, stemOf } from './shelf.ts';
