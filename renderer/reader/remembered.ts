import type { Channel } from '../../main/contract/index.ts';

/** Where in a source the researcher stopped reading, kept in the notebook: an offset in code points. */
export async function rememberedOffset(channel: Channel, sourceId: string): Promise<number> {
  try {
    const { value } = await channel.call('settings.get', { key: keyOf(sourceId) });
    return typeof value === 'number' && value >= 0 ? value : 0;
  } catch {
    // A place that cannot be recalled is no reason not to open the text.
    return 0;
  }
}

export async function rememberOffset(channel: Channel, sourceId: string, offset: number): Promise<void> {
  try {
    await channel.call('settings.set', { key: keyOf(sourceId), value: offset });
  } catch {
    // A notebook open for reading only remembers no places, and nobody needs to be told.
  }
}

function keyOf(sourceId: string): string {
  return `reading.${sourceId}`;
}
