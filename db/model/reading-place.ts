/** Under this setting a notebook keeps where in a source the researcher stopped reading: an offset in code points. */
export function readingPlaceKey(sourceId: string): string {
  return `reading.${sourceId}`;
}

/** Under this setting a notebook keeps when a source was last opened to be read: ISO 8601, UTC. */
export function lastReadKey(sourceId: string): string {
  return `${LAST_READ}${sourceId}`;
}

/** What the settings of `lastReadKey` begin with. */
export const LAST_READ = 'last-read.';
