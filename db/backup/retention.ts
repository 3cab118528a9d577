import type { ShelvedBackup } from './shelf.ts';

/** The newest automatic backups, of which every one is kept. */
const LATEST = 6;
/** Then one a day, and one a week, for so many days and weeks. */
const DAYS = 14;
const WEEKS = 26;
/** Before updates, restores and repairs: rare, and each the only copy of something somebody gave up. */
const OF_EACH_OCCASION = 10;
/** How many damaged copies are kept beside the whole ones. */
const FLAWED = 3;
/** Automatic backups may take this many bytes together, or what this many copies take where that is more. */
const ROOM = 2 * 1024 ** 3;
const ALWAYS_ROOM_FOR = 5;

const DAY = 86_400_000;

/**
 * Which backups are no longer needed. Manual ones always are; so is the newest whole one, whatever became of the clock.
 * Damaged copies are counted apart, so that they never push out a whole one.
 * @param all newest first
 */
export function superfluous(all: readonly ShelvedBackup[]): ShelvedBackup[] {
  const kept = new Set<ShelvedBackup>();
  const whole = all.filter(({ flawed }) => !flawed);
  const automatic = whole.filter(({ kind }) => kind === 'automatic');
  keep(
    kept,
    all.filter(({ kind }) => kind === 'manual'),
  );
  keep(kept, whole.slice(0, 1));
  keep(kept, all.filter(({ flawed }) => flawed).slice(0, FLAWED));
  for (const occasion of ['before-update', 'before-restore', 'before-repair'] as const) {
    keep(kept, whole.filter(({ kind }) => kind === occasion).slice(0, OF_EACH_OCCASION));
  }
  keep(
    kept,
    withinRoom([
      ...new Set([
        ...automatic.slice(0, LATEST),
        ...newestOfEach(automatic, DAY).slice(0, DAYS),
        ...newestOfEach(automatic, 7 * DAY).slice(0, WEEKS),
      ]),
    ]),
  );
  return all.filter((backup) => !kept.has(backup));
}

function keep(kept: Set<ShelvedBackup>, some: readonly ShelvedBackup[]): void {
  for (const backup of some) kept.add(backup);
}

/** The newest of each span of time, newest first. Days and weeks without one do not count. */
function newestOfEach(backups: readonly ShelvedBackup[], span: number): ShelvedBackup[] {
  const found = new Map<number, ShelvedBackup>();
  for (const backup of backups) {
    const period = Math.floor(backup.at / span);
    if (!found.has(period)) found.set(period, backup);
  }
  return [...found.values()];
}

function withinRoom(backups: readonly ShelvedBackup[]): ShelvedBackup[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at);
  let taken = 0;
  return newestFirst.filter(({ size }, index) => {
    taken += size;
    return index < ALWAYS_ROOM_FOR || taken <= ROOM;
  });
}
