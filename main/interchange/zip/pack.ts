import { type Zippable, zipSync } from 'fflate';

/** A file within an archive: its path there and its text or bytes. */
export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Kept as it is: for what must be readable at a fixed place (ODF 1.3, part 2, section 3.3), or is packed already. */
  readonly stored?: boolean;
}

/** The first day a zip entry can name. A fixed one, so that the same parts give the same bytes; read as local time. */
const DAY = new Date(1980, 0, 1);

/** Packs parts, in their order, into a zip archive (APPNOTE 6.3). */
export function pack(parts: readonly Part[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content, stored = false } of parts) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    entries[path] = [bytes, { level: stored ? 0 : 6, mtime: DAY }];
  }
  return zipSync(entries);
}
