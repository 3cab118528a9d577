import { datesOrder } from '../../main/contract/index.ts';
import { formatDates, t } from '../i18n/index.ts';
import { go, useQuery } from '../state/index.ts';
import { Button, EmptyState } from '../ui/index.ts';
import './timeline.css';

interface Moment {
  readonly key: string;
  readonly dates: string;
  readonly text: string;
  readonly open?: () => void;
}

/** What is dated about an entity: itself, its relations, the sources that speak of it; the earliest first. */
export function Timeline({ id }: { id: string }) {
  const entity = useQuery('entities.get', { id }).data;
  const relations = useQuery('relations.list', { entityId: id }).data ?? [];
  const along = useQuery('entities.along', { id }).data ?? [];
  const sources = useQuery('sources.list', {}).data ?? [];
  const speaking = new Set(along.map(({ sourceId }) => sourceId));
  const moments: Moment[] = [
    ...(entity ? [{ key: id, dates: entity.dates, text: entity.name }] : []),
    ...relations.map((relation) => ({
      key: relation.id,
      dates: relation.dates,
      text: `${relation.fromName} – ${relation.type} – ${relation.toName}`,
    })),
    ...sources
      .filter((source) => speaking.has(source.id))
      .map((source) => ({
        key: source.id,
        dates: source.date,
        text: source.title,
        open: () => go({ view: 'read', sourceId: source.id }),
      })),
  ].filter((moment) => moment.dates !== '');
  if (moments.length === 0) {
    return <EmptyState title={t('entities.noDates')}>{t('entities.noDatesText')}</EmptyState>;
  }
  moments.sort((a, b) => datesOrder(a.dates) - datesOrder(b.dates) || 0);
  return (
    <ol className="entity-timeline" aria-label={t('entities.timeline')}>
      {moments.map((moment) => (
        <li key={moment.key}>
          <time>{formatDates(moment.dates)}</time>
          {moment.open ? (
            <Button look="quiet" onPress={moment.open}>
              {moment.text}
            </Button>
          ) : (
            <span>{moment.text}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
