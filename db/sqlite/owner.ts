/**
 * Who has a notebook open. SQLite's exclusive lock alone decides whether it can be opened; this record beside the file
 * only lets a program that was refused say who holds it. It goes when the notebook is closed. After a crash it stays
 * until the next open writes its own, and being only words it never keeps anybody out.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileBirth } from './identity.ts';

export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Which file it was, as `fileBirth` says: another one may be in its place by now. Absent in records of version 0.1. */
  readonly file?: string;
}

export function ownerPath(notebook: string): string {
  return `${notebook}-owner`;
}

/** @throws Error of node:fs where the folder cannot be written */
export function recordOwner(notebook: string, now: number): void {
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    since: new Date(now).toISOString(),
    file: fileBirth(notebook),
  };
  writeFileSync(ownerPath(notebook), `${JSON.stringify(owner)}\n`);
}

export function forgetOwner(notebook: string): void {
  rmSync(ownerPath(notebook), { force: true });
}

/** Who says to hold the notebook; undefined where nobody does, or a process of this machine that is no more. */
export function readOwner(notebook: string): Owner | undefined {
  const record = readRecord(notebook);
  return record && !(record.host === hostname() && isDead(record.pid)) ? record : undefined;
}

/**
 * Whether another file was put in the place of the one that the last holder left: on the same disk, but not the same.
 * Where all of it was moved to another disk, or nothing was written down, there is no telling.
 */
export function wasReplaced(notebook: string): boolean {
  const { file } = readRecord(notebook) ?? {};
  if (file === undefined) return false;
  const now = fileBirth(notebook);
  return now !== file && now.split(':')[0] === file.split(':')[0];
}

function readRecord(notebook: string): Owner | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(ownerPath(notebook), 'utf8'));
    return isOwner(record) ? record : undefined;
  } catch {
    // No record or half of one: then the holder is somebody unknown.
    return undefined;
  }
}

function isOwner(record: unknown): record is Owner {
  if (typeof record !== 'object' || record === null) return false;
  const { pid, host, since } = record as Partial<Record<keyof Owner, unknown>>;
  return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string';
}

/** Whether no process of this machine has this number. */
export function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it lives, as somebody else's process.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
