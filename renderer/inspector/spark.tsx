import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';

const PARTS = 24;

/** Where along the source an entity is mentioned: one bar for each part of the text. */
export function Spark({ entityId, type, sourceId }: { entityId: string; type: string; sourceId: string }) {
  const source = useQuery('entities.along', { id: entityId, sourceId, parts: PARTS }).data?.[0];
  if (!source) return null;
  const counts = Array<number>(PARTS).fill(0);
  for (const { part, count } of source.parts) counts[part] = count;
  const most = Math.max(...counts);
  return (
    <div
      className="spark"
      role="img"
      data-type={type}
      aria-label={t('inspector.spark', { count: source.mentions, source: source.title })}
    >
      {counts.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <i key={at} style={{ blockSize: `${(count / most) * 100}%` }} />
      ))}
    </div>
  );
}
