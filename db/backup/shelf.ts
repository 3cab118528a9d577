import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Why a backup was made. */
export const BACKUP_KINDS = ['automatic', 'manual', 'before-update', 'before-restore', 'before-repair'] as const;

export type BackupKind = (typeof BACKUP_KINDS)[number];

/** A backup that lies in a notebook's folder of backups: its name says what it is, so there is no list to lose. */
export interface ShelvedBackup {
  /** Name of the file in the folder. */
  readonly id: string;
  readonly kind: BackupKind;
  /** The moment whose state it holds, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** When it was complete, by the clock of the disk it lies on: what was changed later is not in it. */
  readonly completedAt: number;
  /** Bytes. */
  readonly size: number;
  /** Texts or originals in it are not what was imported: a faithful copy of a notebook that was damaged already. */
  readonly flawed: boolean;
}

const ENDING = '.lectern';
const NAME =
  /(?<day>\d{4}-\d\d-\d\d) (?<hour>\d\d)-(?<minute>\d\d)-(?<second>\d\d)(?: \d+)? (?<kind>[a-z-]+?)(?<flawed> flawed)?\.lectern$/;

/** `Study 2026-11-26 15-42-33 automatic.lectern`; `number` tells apart those of one second. */
export function backupName(stem: string, kind: BackupKind, at: number, number = 1): string {
  const moment = new Date(at).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  return `${stem} ${moment}${number > 1 ? ` ${number}` : ''} ${kind}${ENDING}`;
}

/** The name of a backup in which texts were found that are not what was imported. */
export function flawedName(name: string): string {
  return `${name.slice(0, -ENDING.length)} flawed${ENDING}`;
}

/** The finished backups of a folder, newest first; whatever else lies there is left out, as is a folder that is not there. */
export function listShelf(folder: string): ShelvedBackup[] {
  return namesIn(folder)
    .flatMap((id) => {
      const { day, hour, minute, second, kind, flawed } = NAME.exec(id)?.groups ?? {};
      const known = BACKUP_KINDS.find((each) => each === kind);
      const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
      const file = statSync(join(folder, id), { throwIfNoEntry: false });
      if (known === undefined || Number.isNaN(at) || !file?.isFile()) return [];
      return [{ id, kind: known, at, completedAt: file.mtimeMs, size: file.size, flawed: flawed !== undefined }];
    })
    .sort((a, b) => b.at - a.at || b.completedAt - a.completedAt || (a.id < b.id ? 1 : -1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A path in the folder that is still free for a backup of this moment. */
export function freeBackupPath(folder: string, stem: string, kind: BackupKind, at: number): string {
  for (let number = 1; ; number++) {
    const path = join(folder, backupName(stem, kind, at, number));
    if (!existsSync(path) && !existsSync(join(folder, flawedName(backupName(stem, kind, at, number))))) return path;
  }
}
