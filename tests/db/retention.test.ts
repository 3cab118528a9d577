import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKUP_KINDS, type ShelvedBackup, superfluous } from '../../db/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 15, 12);

function backup(at: number, kind: ShelvedBackup['kind'] = 'automatic', flawed = false, size = 1): ShelvedBackup {
  return { id: `${at} ${kind} ${flawed}`, kind, at, completedAt: at, size, flawed };
}

const newestFirst = (all: readonly ShelvedBackup[]) => all.toSorted((a, b) => b.at - a.at);

function kept(all: readonly ShelvedBackup[]): ShelvedBackup[] {
  const gone = new Set(superfluous(newestFirst(all)));
  return newestFirst(all).filter((each) => !gone.has(each));
}

test('of automatic ones the last six are kept, then one a day for two weeks, then one a week for half a year', () => {
  const hourly = Array.from({ length: 400 * 24 }, (_, at) => backup(NOW - at * HOUR));
  const ages = kept(hourly).map(({ at }) => (NOW - at) / DAY);
  expect(ages.filter((age) => age * 24 < 6)).toHaveLength(6);
  const days = new Set(ages.filter((age) => age < 14).map((age) => Math.floor((NOW - age * DAY) / DAY)));
  expect(days.size).toBeGreaterThanOrEqual(14);
  expect(ages.at(-1)).toBeGreaterThan(24 * 7);
  expect(ages).toHaveLength(kept(kept(hourly)).length);
  expect(ages.length).toBeLessThan(50);
});

test('damaged copies, however many and new, push out no whole one', () => {
  const whole = [backup(NOW - 3 * DAY), backup(NOW - 2 * DAY)];
  const damaged = Array.from({ length: 100 }, (_, at) => backup(NOW - at * HOUR, 'automatic', true));
  const left = kept([...whole, ...damaged]);
  expect(left.filter(({ flawed }) => !flawed)).toEqual(newestFirst(whole));
  expect(left.filter(({ flawed }) => flawed)).toHaveLength(3);
});

test('what is large takes no more room than it may, but five are always kept', () => {
  const gigabyte = 1024 ** 3;
  expect(
    kept(Array.from({ length: 30 }, (_, at) => backup(NOW - at * DAY, 'automatic', false, gigabyte))),
  ).toHaveLength(5);
  expect(
    kept(Array.from({ length: 30 }, (_, at) => backup(NOW - at * DAY, 'automatic', false, gigabyte / 5))).length,
  ).toBe(10);
});

const anyBackup = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...BACKUP_KINDS),
  at: fc.integer({ min: 0, max: 4e12 }),
  completedAt: fc.integer(),
  size: fc.integer({ min: 0, max: 1e10 }),
  flawed: fc.boolean(),
});

test('whatever the clock did: manual ones stay, the newest whole one stays, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyBackup, { maxLength: 120 }), (all) => {
      const left = kept(all);
      expect(left).toEqual(expect.arrayContaining(all.filter(({ kind }) => kind === 'manual')));
      const [newest] = newestFirst(all.filter(({ flawed }) => !flawed));
      if (newest) expect(left).toContain(newest);
      expect(kept(left)).toEqual(left);
    }),
  );
});
