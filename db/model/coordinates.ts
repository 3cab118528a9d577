/** A place on the globe in decimal degrees, WGS 84: north and east are positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** `59.9139, 10.7522`, the separator a comma, a semicolon or a space; decimal points, or commas where no comma separates. */
const WRITTEN = /^([+-]?\d{1,3}(?:\.\d+)?)°?\s*([NS]?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)°?\s*([EWØV]?)$/i;

/** Reads coordinates as people write them and maps copy them; null where there are none on the globe. */
export function readCoordinates(text: string): Coordinates | null {
  const written = text.trim();
  const plain = /[;\s]/.test(written) && /\d,\d/.test(written) ? written.replace(/(\d),(\d)/g, '$1.$2') : written;
  const [, north, ns = '', east, ew = ''] = WRITTEN.exec(plain) ?? [];
  if (north === undefined || east === undefined) return null;
  const latitude = Number(north) * (ns.toUpperCase() === 'S' ? -1 : 1);
  const longitude = Number(east) * (/[WV]/i.test(ew) ? -1 : 1);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** As they are kept and copied: `59.9139, 10.7522`. */
export function writeCoordinates({ latitude, longitude }: Coordinates): string {
  return `${latitude}, ${longitude}`;
}
