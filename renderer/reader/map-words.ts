import type { Channel } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import type { Session } from './session.ts';
import type { AskedFilter } from './sight.ts';
import { offsetAtShare } from './text-scale.ts';

/** Tags named of a place; more would not be listened to. */
const MOST_TAGS = 3;

/** Share of the map, to each side, that a pointer means. */
const POINTED = 1 / 200;

interface Counted {
  readonly name: string;
  readonly highlights: number;
}

/** `¶ 38: 12 highlights, power struggle 7, childhood 2` */
function wordsOf(place: string, highlights: number, tags: readonly Counted[]): string {
  const counted = tags.map(({ name, highlights: count }) => t('reader.tagCount', { name, count })).join(', ');
  return t('reader.placeMarks', { place, highlights, tags: counted, tagged: counted === '' ? 'no' : 'yes' });
}

/** Says where the reader is, and what of it begins on the screen, from what is at hand. */
export function describeScreen({ view, pages, isFaint }: Session, position: string): string {
  const { top, height } = view.extent();
  const tags = new Map<string, number>();
  let highlights = 0;
  for (const row of view.mounted()) {
    const foot = view.topOf(row.start) + row.element.offsetHeight;
    if (foot < top || view.topOf(row.start) > top + height) continue;
    for (const highlight of pages.highlightsOn(row.block)) {
      if (highlight.start < row.start || highlight.start >= row.end || isFaint(highlight)) continue;
      highlights++;
      for (const tag of highlight.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    }
  }
  const counted = [...tags].map(([name, count]) => ({ name, highlights: count }));
  return wordsOf(position, highlights, counted.sort((a, b) => b.highlights - a.highlights).slice(0, MOST_TAGS));
}

/** Says what begins around a share (0–1) of the text's height. @throws CallFailed */
export async function describeStretch(
  channel: Channel,
  sourceId: string,
  { view, rows }: Session,
  share: number,
  filter: AskedFilter,
): Promise<string> {
  const start = offsetAtShare(view, rows, Math.max(0, share - POINTED));
  const end = Math.max(start + 1, offsetAtShare(view, rows, Math.min(1, share + POINTED)));
  const { highlights, tags } = await channel.call('reader.tally', { sourceId, start, end, filter });
  const block = rows.blockAt(offsetAtShare(view, rows, share)) + 1;
  return wordsOf(t('reader.paragraph', { block }), highlights, tags);
}
