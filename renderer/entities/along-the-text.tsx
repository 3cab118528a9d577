import type { Mention, Source } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';
import { Card } from '../ui/index.ts';

const PARTS = 12;
const MOST_SOURCES = 5;

/** How densely an entity is mentioned along each source: a bar for each twelfth of the text. */
export function AlongTheText({ id }: { id: string }) {
  const mentions = useQuery('mentions.list', { entityId: id });
  const sources = useQuery('sources.list', {});
  const counted = (sources.data ?? [])
    .map((source) => ({ source, parts: partsOf(source, mentions.data ?? []) }))
    .filter(({ parts }) => parts.some((part) => part > 0));
  if (counted.length === 0) return null;
  return (
    <Card label={t('entities.along')}>
      <h3>{t('entities.along')}</h3>
      {counted.slice(0, MOST_SOURCES).map(({ source, parts }) => (
        <figure key={source.id} className="along">
          <div className="along-bars" aria-hidden="true">
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
              <i key={at} style={{ blockSize: `${(part / Math.max(...parts)) * 100}%` }} />
            ))}
          </div>
          <figcaption>
            {t('entities.alongCaption', { source: source.title, count: parts.reduce((sum, part) => sum + part, 0) })}
          </figcaption>
        </figure>
      ))}
    </Card>
  );
}

function partsOf(source: Source, mentions: readonly Mention[]): number[] {
  const parts = Array<number>(PARTS).fill(0);
  for (const { sourceId, start } of mentions) {
    if (sourceId !== source.id) continue;
    const at = Math.min(PARTS - 1, Math.floor((start / Math.max(1, source.length)) * PARTS));
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts;
}
