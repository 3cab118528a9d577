import { type Channel, lastReadKey, readingPlaceKey } from '../../main/contract/index.ts';

/** Keeps where in a source the researcher stopped reading, in the notebook: an offset in code points. */
export async function rememberOffset(channel: Channel, sourceId: string, offset: number): Promise<void> {
  try {
    await channel.call('settings.set', { key: readingPlaceKey(sourceId), value: offset });
  } catch {
    // A notebook open for reading only remembers no places, and nobody needs to be told.
  }
}

/** Keeps that a source is being read now, in the notebook. */
export async function rememberReading(channel: Channel, sourceId: string): Promise<void> {
  try {
    await channel.call('settings.set', { key: lastReadKey(sourceId), value: new Date().toISOString() });
  } catch {
    // As above: a notebook open for reading only.
  }
}
