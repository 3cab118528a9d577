/** Under this setting a notebook keeps where in a source the researcher stopped reading: an offset in code points. */
export function readingPlaceKey(sourceId: string): string {
  return `reading.${sourceId}`;
}
