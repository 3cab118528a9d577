import { useState } from 'react';
import type { UnlinkedMention } from '../../main/contract/index.ts';
import { copyWithCitation } from '../citation/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { arrive, doDeed, failureOf } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { MentionRow } from './mention-row.tsx';
import { type MentionSearch, mentionKey, type Verdict } from './mention-search.ts';
import { RowList } from './row-list.tsx';
import './mention-list.css';

/** Rows shown at once; the rest follows as these are worked off. */
const MOST_SHOWN = 200;

const KEYS: Readonly<Record<string, Verdict>> = {
  Enter: 'mentions.accept',
  a: 'mentions.accept',
  Delete: 'mentions.reject',
  Backspace: 'mentions.reject',
  x: 'mentions.reject',
  r: 'mentions.reject',
};

/**
 * Unlinked mentions source by source, to be worked off at reading speed: Enter links, Delete rejects, and the next one
 * takes the place. A source can be settled as a whole, and so can everything.
 */
export function MentionList({ search, showEntity }: { search: MentionSearch; showEntity: boolean }) {
  const client = useClient();
  const [current, setCurrent] = useState('');
  const { mentions } = search;
  const chosen = mentions.find((each) => mentionKey(each) === current) ?? mentions[0];
  const bySource = Map.groupBy(mentions, ({ sourceId }) => sourceId);

  const undo = () => void doDeed(client, 'history.undo', {}).catch((error: unknown) => tellFailure(failureOf(error)));
  const settle = async (verdict: Verdict, settled: readonly UnlinkedMention[]) => {
    if (!(await search.settle(verdict, settled)) || settled.length === 1) return;
    tell({
      tone: 'status',
      key: verdict === 'mentions.accept' ? 'entities.linked' : 'entities.rejected',
      values: { count: settled.length },
      action: { label: 'entities.undo', run: undo },
    });
  };
  const show = ({ sourceId, start, end }: UnlinkedMention) =>
    arrive({ view: 'read', sourceId, passage: { start, end } });

  const copy = ({ sourceId, start, end }: UnlinkedMention) => void copyWithCitation(client, [{ sourceId, start, end }]);

  return (
    <section className="entity-section mention-list">
      <header className="entity-section-head">
        <h2>{t('entities.unlinkedCount', { count: mentions.length })}</h2>
        <div className="entity-actions">
          <Button onPress={() => chosen && show(chosen)}>{t('entities.showInText')}</Button>
          <Button onPress={() => chosen && void settle('mentions.reject', [chosen])}>{t('entities.reject')}</Button>
          <Button onPress={() => chosen && void settle('mentions.accept', [chosen])}>{t('entities.accept')}</Button>
          <Button look="primary" onPress={() => void settle('mentions.accept', mentions)}>
            {t('entities.acceptAll')}
          </Button>
        </div>
        <p className="row-keys">
          <kbd>J</kbd> <kbd>K</kbd> {t('entities.keyMove')} · <kbd>{t('key.enter')}</kbd> {t('entities.keyAccept')} ·{' '}
          <kbd>X</kbd> {t('entities.keyReject')} · <kbd>O</kbd> {t('entities.keyShow')} · <kbd>C</kbd>{' '}
          {t('entities.keyCopy')}
        </p>
      </header>
      <RowList
        label={t('entities.unlinked')}
        rows={mentions.slice(0, MOST_SHOWN)}
        keyOf={mentionKey}
        onCurrent={(mention) => setCurrent(mentionKey(mention))}
        onKey={(mention, key) => {
          const verdict = KEYS[key.length === 1 ? key.toLowerCase() : key];
          if (verdict) void settle(verdict, [mention]);
          else if (key === 'o' || key === 'O') show(mention);
          else if (key === 'c' || key === 'C') copy(mention);
          else return false;
          return true;
        }}
        groupOf={({ sourceId }) => sourceId}
        heading={({ sourceId, sourceTitle }) => {
          const own = bySource.get(sourceId) ?? [];
          const values = { count: own.length, source: sourceTitle };
          return (
            <div className="row-list-heading">
              <h3>
                <bdi>{sourceTitle}</bdi>
              </h3>
              <span className="row-place">{t('entities.mentions', { count: own.length })}</span>
              <Button
                look="quiet"
                aria-label={t('entities.rejectIn', values)}
                onPress={() => void settle('mentions.reject', own)}
              >
                {t('entities.rejectThese')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('entities.acceptIn', values)}
                onPress={() => void settle('mentions.accept', own)}
              >
                {t('entities.acceptThese')}
              </Button>
            </div>
          );
        }}
      >
        {(mention) => <MentionRow mention={mention} showEntity={showEntity} />}
      </RowList>
      {mentions.length > MOST_SHOWN && (
        <p className="entity-quiet">{t('entities.more', { count: mentions.length - MOST_SHOWN })}</p>
      )}
    </section>
  );
}
