import { useState } from 'react';
import type { UnlinkedMention } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { tell, useDeed } from '../messages/index.ts';
import { arrive, useQuery } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { RowList } from './row-list.tsx';
import { afterWords, beforeWords } from './surroundings.ts';

/** Rows shown at once; the rest follows as these are worked off. */
const MOST_SHOWN = 200;

/** Occurrences of an entity's names that are not linked yet: A accepts, R rejects, the next one takes the place. */
export function UnlinkedMentions({ id }: { id: string }) {
  const found = useQuery('mentions.find', { entityId: id });
  const act = useDeed();
  const [current, setCurrent] = useState<UnlinkedMention | null>(null);
  const mentions = found.data ?? [];
  const chosen = mentions.find((each) => current !== null && keyOf(each) === keyOf(current)) ?? mentions[0];

  const settle = async (method: 'mentions.accept' | 'mentions.reject', passages: readonly UnlinkedMention[]) => {
    const done = await act(method, { entityId: id, passages: passages.map(passageOf) });
    if (!done || passages.length === 1) return;
    tell({
      tone: 'status',
      key: 'entities.linked',
      values: { count: passages.length },
      action: { label: 'entities.undo', run: () => void act('history.undo', {}) },
    });
  };
  const accept = (mention: UnlinkedMention) => void settle('mentions.accept', [mention]);
  const reject = (mention: UnlinkedMention) => void settle('mentions.reject', [mention]);

  if (mentions.length === 0) {
    return <p className="entity-quiet">{found.loading ? t('entities.looking') : t('entities.allLinked')}</p>;
  }
  return (
    <section className="entity-section">
      <header className="entity-section-head">
        <h2>{t('entities.unlinkedCount', { count: mentions.length })}</h2>
        <div className="entity-actions">
          <Button onPress={() => chosen && reject(chosen)}>{t('entities.reject')}</Button>
          <Button onPress={() => chosen && accept(chosen)}>{t('entities.accept')}</Button>
          <Button look="primary" onPress={() => void settle('mentions.accept', mentions)}>
            {t('entities.acceptAll')}
          </Button>
        </div>
      </header>
      <RowList
        label={t('entities.unlinked')}
        rows={mentions.slice(0, MOST_SHOWN)}
        keyOf={keyOf}
        onCurrent={setCurrent}
        onOpen={(mention) => arrive({ view: 'read', sourceId: mention.sourceId, passage: mention })}
        onKey={(mention, key) => {
          if (key === 'a' || key === 'A') accept(mention);
          else if (key === 'r' || key === 'R') reject(mention);
          else return false;
          return true;
        }}
      >
        {(mention, isCurrent) => (
          <>
            <span className="row-main">
              <span className="row-quote" dir="auto">
                {beforeWords(mention.before)}
                <mark>{mention.quote}</mark>
                {afterWords(mention.after)}
              </span>
              <span className="row-place">
                {mention.sourceTitle} · {mention.locator}
              </span>
            </span>
            <span className="row-side">
              {isCurrent ? (
                <>
                  <kbd>A</kbd> {t('entities.keyAccept')} <kbd>R</kbd> {t('entities.keyReject')}
                </>
              ) : (
                mention.quote !== mention.name && t('entities.form', { form: mention.quote })
              )}
            </span>
          </>
        )}
      </RowList>
      {mentions.length > MOST_SHOWN && (
        <p className="entity-quiet">{t('entities.more', { count: mentions.length - MOST_SHOWN })}</p>
      )}
    </section>
  );
}

function passageOf({ sourceId, start, end }: UnlinkedMention) {
  return { sourceId, start, end };
}

function keyOf({ sourceId, start, end }: UnlinkedMention): string {
  return `${sourceId} ${start} ${end}`;
}
