const DAY = 24 * 60 * 60 * 1000;

/** So many earlier texts of one note at most; the oldest go first. */
const MOST = 300;

/**
 * Which of a note's earlier texts are no longer kept: all of the last two days stay, of the sixty before them the last of
 * each day, of all before that the last of each month (days and months in UTC).
 * @param times when each was saved, in milliseconds, newest first
 * @returns the indexes of those that go
 */
export function thinnedOut(times: readonly number[], now: number): number[] {
  const seen = new Set<string>();
  return times.flatMap((time, index) => {
    if (index >= MOST) return [index];
    const age = now - time;
    // A clock that was set back makes times to come; nothing is thrown away for that.
    if (age < 2 * DAY) return [];
    const span = new Date(time).toISOString().slice(0, age < 62 * DAY ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length);
    if (seen.has(span)) return [index];
    seen.add(span);
    return [];
  });
}
