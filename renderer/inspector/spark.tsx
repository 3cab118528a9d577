import { t } from '../i18n/index.ts';
import { useQuery } from '../state/index.ts';

const PARTS = 24;

/** Where along the source an entity is mentioned: one bar for each part of the text. */
export function Spark({ entityId, type, sourceId }: { entityId: string; type: string; sourceId: string }) {
  const source = useQuery('sources.get', { id: sourceId }).data;
  const mentions = useQuery('mentions.list', { entityId, sourceId }).data ?? [];
  if (!source || mentions.length === 0) return null;
  const parts = Array<number>(PARTS).fill(0);
  for (const { start } of mentions) {
    const at = Math.min(PARTS - 1, Math.floor((start / Math.max(1, source.length)) * PARTS));
    parts[at] = (parts[at] ?? 0) + 1;
  }
  const most = Math.max(...parts);
  return (
    <div
      className="spark"
      role="img"
      data-type={type}
      aria-label={t('inspector.spark', { count: mentions.length, source: source.title })}
    >
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <i key={at} style={{ blockSize: `${(part / most) * 100}%` }} />
      ))}
    </div>
  );
}
