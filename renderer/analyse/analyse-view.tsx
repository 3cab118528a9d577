import { useMemo, useState } from 'react';
import { formatNumber, t } from '../i18n/index.ts';
import { go, useQuery } from '../state/index.ts';
import { Button, EmptyState, TagDot } from '../ui/index.ts';
import './analyse.css';

/** Tags by sources: how often each tag was used where, down to the passages themselves. */
export function AnalyseView() {
  const tags = useQuery('tags.list', {});
  const sources = useQuery('sources.list', {});
  const counts = useQuery('analysis.tagsBySource', {});
  const [cell, setCell] = useState<{ tagId: string; sourceId: string } | null>(null);
  const byCell = useMemo(
    () => new Map((counts.data ?? []).map((each) => [`${each.tagId} ${each.sourceId}`, each.highlights])),
    [counts.data],
  );
  const most = Math.max(1, ...byCell.values());

  if (counts.data?.length === 0) {
    return <EmptyState title={t('analyse.empty')}>{t('analyse.emptyText')}</EmptyState>;
  }
  const used = (tags.data ?? []).filter((tag) => (counts.data ?? []).some((each) => each.tagId === tag.id));
  const reached = (sources.data ?? []).filter((source) =>
    (counts.data ?? []).some((each) => each.sourceId === source.id),
  );
  return (
    <div className="analyse">
      <h1>{t('analyse.matrix')}</h1>
      <p className="analyse-intro">{t('analyse.intro')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key. */}
      <section className="analyse-scroll" aria-label={t('analyse.matrix')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('analyse.tag')}</th>
              {reached.map((source) => (
                <th key={source.id} scope="col" dir="auto">
                  {source.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map((tag) => (
              <tr key={tag.id}>
                <th scope="row">
                  <span className="analyse-tag">
                    <TagDot colour={tag.colour} /> <bdi>{tag.name}</bdi>
                  </span>
                </th>
                {reached.map((source) => {
                  const count = byCell.get(`${tag.id} ${source.id}`) ?? 0;
                  return (
                    <td key={source.id} style={{ background: shade(count / most) }}>
                      {count > 0 && (
                        <Button
                          look="quiet"
                          aria-label={t('analyse.open', { tag: tag.name, source: source.title, count })}
                          onPress={() => setCell({ tagId: tag.id, sourceId: source.id })}
                        >
                          {formatNumber(count)}
                        </Button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {cell && <CellPassages tagId={cell.tagId} sourceId={cell.sourceId} />}
    </div>
  );
}

/** The colour of a cell: paper for none, the soft accent for the most. */
function shade(share: number): string {
  return `color-mix(in srgb, var(--accent-soft) ${Math.round(share * 100)}%, var(--paper))`;
}

function CellPassages({ tagId, sourceId }: { tagId: string; sourceId: string }) {
  const highlights = useQuery('highlights.list', { tagId, sourceId });
  const own = (highlights.data ?? []).filter((highlight) => highlight.tagIds.includes(tagId));
  return (
    <ul className="analyse-passages" aria-label={t('analyse.passages')}>
      {own.map((highlight) => (
        <li key={highlight.id}>
          <button
            type="button"
            style={{ borderInlineStartColor: `var(--${highlight.colour})` }}
            onClick={() => go({ view: 'read', sourceId, passage: highlight, highlightId: highlight.id })}
          >
            <span dir="auto">{highlight.quote}</span>
            <small>
              {highlight.sourceTitle}, {highlight.locator}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
