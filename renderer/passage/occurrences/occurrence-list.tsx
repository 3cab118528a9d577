import { useMemo } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import type { Occurrence } from '../../../main/contract/index.ts';
import { afterWords, beforeWords } from '../../entities/index.ts';
import { t } from '../../i18n/index.ts';

export interface OccurrenceListProps {
  readonly occurrences: readonly Occurrence[];
  readonly chosen: readonly Occurrence[];
  /** Keys of all that are to be ticked. */
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly isAsking: boolean;
}

/** In pixels, as in the style sheet: only the rows in sight are in the document. */
const ROW_HEIGHT = 30;
const HEADING_HEIGHT = 30;

/** Occurrences in their surroundings, source by source, each to be ticked or not. */
export function OccurrenceList({ occurrences, chosen, onChoose, isAsking }: OccurrenceListProps) {
  const keys = useMemo(() => new Set(chosen.map(keyOf)), [chosen]);
  const sections = useMemo(
    () =>
      [...Map.groupBy(occurrences, ({ sourceId }) => sourceId)].map(([id, rows]) => ({
        id,
        title: rows[0]?.sourceTitle ?? '',
        rows: rows.map((row) => ({ ...row, id: keyOf(row) })),
      })),
    [occurrences],
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT, headingHeight: HEADING_HEIGHT }}>
      <ListBox
        aria-label={t('occurrences.list')}
        className="list occurrences"
        items={sections}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={keys}
        onSelectionChange={(next) =>
          onChoose(next === 'all' ? new Set(occurrences.map(keyOf)) : new Set([...next].map(String)))
        }
        dependencies={[keys]}
        renderEmptyState={() => (
          <p className="list-empty">{t(isAsking ? 'occurrences.looking' : 'occurrences.none')}</p>
        )}
      >
        {({ id, title, rows }) => (
          <ListBoxSection id={id}>
            <Header className="occurrences-source">
              <bdi>{title}</bdi>{' '}
              {t('occurrences.inSource', { chosen: rows.filter((row) => keys.has(row.id)).length, count: rows.length })}
            </Header>
            <Collection items={rows}>
              {(row) => (
                <ListBoxItem id={row.id} textValue={row.quote} className="row occurrence">
                  {({ isSelected }) => (
                    <>
                      <span className="occurrence-tick" aria-hidden data-ticked={isSelected} />
                      <span className="grow" dir="auto">
                        {beforeWords(row.before)}
                        <mark>{row.quote}</mark>
                        {afterWords(row.after)}
                      </span>
                      <span className="detail">
                        {row.marked ? `${t('occurrences.marked')} · ${row.locator}` : row.locator}
                      </span>
                    </>
                  )}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

export function keyOf({ sourceId, start, end }: Occurrence): string {
  return `${sourceId} ${start} ${end}`;
}
