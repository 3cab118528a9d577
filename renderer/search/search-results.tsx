import { Copy } from 'lucide-react';
import { type RefObject, type SyntheticEvent, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from 'react-aria-components';
import { HIT_KINDS, type Hit } from '../../main/contract/index.ts';
import { formatShortcut } from '../commands/index.ts';
import { formatNumber, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { openDialog, useSteadyQuery } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { HitSign } from './hit-sign.tsx';
import { hitKey } from './searching.ts';
import { Snippet } from './snippet.tsx';

export interface SearchResultsProps {
  readonly query: string;
  readonly limit: number;
  /** Is given what is shown, by its key in the list. */
  readonly hitsRef: RefObject<ReadonlyMap<string, Hit>>;
  readonly onMore: () => void;
  readonly onTake: (hit: Hit) => void;
  readonly onCopy: (hit: Hit) => void;
}

/** What a search found, in groups by kind; only the rows in sight are in the document. */
export function SearchResults({ query, limit, hitsRef, onMore, onTake, onCopy }: SearchResultsProps) {
  const [asked, setAsked] = useState(query);
  const { data, failure, loading } = useSteadyQuery('search.query', { query: asked, limit });
  // A key is answered at once, but one search runs at a time: keys that come quicker make one search and not five.
  if (asked !== query && !loading) setAsked(query);
  if (failure) return <div className="search-panel search-words">{failureSentence(failure)}</div>;
  if (!data) return <div className="search-panel search-words">{t('search.searching')}</div>;

  const total = HIT_KINDS.reduce((sum, kind) => sum + (data.totals[kind] ?? 0), 0);
  const byKind = Map.groupBy(data.hits, (hit) => hit.kind);
  const groups = HIT_KINDS.filter((kind) => byKind.has(kind)).map((kind) => ({ kind, hits: byKind.get(kind) ?? [] }));
  const hits = new Map(data.hits.map((hit) => [hitKey(hit), hit]));
  hitsRef.current = hits;
  return (
    <div className="search-panel">
      <p role="status" className="visually-hidden">
        {t('search.count', { count: total })}
      </p>
      {total === 0 ? (
        <div className="search-words">
          <p>{t('search.nothing', { query: asked })}</p>
          <p className="search-hint">{t('search.hint')}</p>
        </div>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 46, headingHeight: 28, padding: 6 }}>
          <ListBox
            aria-label={t('search.results')}
            className="search-list"
            items={groups}
            selectionMode="none"
            onAction={(key) => {
              const hit = hits.get(String(key));
              if (hit) onTake(hit);
            }}
          >
            {(group) => (
              <ListBoxSection id={group.kind}>
                <Header className="search-heading">
                  {t(`search.kind.${group.kind}`)} <span>{formatNumber(data.totals[group.kind] ?? 0)}</span>
                </Header>
                {group.hits.map((hit) => (
                  <ListBoxItem key={hitKey(hit)} id={hitKey(hit)} textValue={hit.title} className="search-row">
                    <HitSign hit={hit} />
                    <span className="search-text">
                      <span className="search-title">
                        <span dir="auto">{hit.title}</span>
                        {hit.locator && <span className="search-where">{hit.locator}</span>}
                      </span>
                      {hit.snippet !== '' && <Snippet text={hit.snippet} marks={hit.marks} />}
                    </span>
                    {hit.start !== undefined && <CopySign onCopy={() => onCopy(hit)} />}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        </Virtualizer>
      )}
      <div className="search-foot">
        <span>{t('search.shown', { shown: data.hits.length, count: total })}</span>
        {data.hits.some(({ start }) => start !== undefined) && (
          <span>{t('search.copy', { keys: formatShortcut('Mod+C') })}</span>
        )}
        {data.hits.length < total && data.hits.length <= limit && limit <= 100 && (
          <Button look="quiet" onPress={onMore}>
            {t('search.more')}
          </Button>
        )}
        {total > 0 && (
          <Button
            look="quiet"
            onPress={() => openDialog({ kind: 'export', subject: { kind: 'search', query: asked } })}
          >
            {t('search.export')}
          </Button>
        )}
        <Button look="quiet" onPress={() => openDialog({ kind: 'save-search', query: asked })}>
          {t('search.keep')}
        </Button>
      </div>
    </div>
  );
}

/** For the mouse: an option of a list may hold no button, and the keyboard has its keys for it, which the foot of the list names. */
function CopySign({ onCopy }: { onCopy: () => void }) {
  // The row would take a press for its own, and the search box would lose the keyboard to it.
  const keep = (event: SyntheticEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <span
      className="search-copy"
      aria-hidden="true"
      title={t('passage.copy')}
      onPointerDown={keep}
      onPointerUp={keep}
      onMouseDown={keep}
      onClick={(event) => {
        keep(event);
        onCopy();
      }}
    >
      <Copy size={14} />
    </span>
  );
}
