import { useEffect, useRef, useState } from 'react';
import { t, typeName } from '../i18n/index.ts';
import { failureSentence, tell, useDeed } from '../messages/index.ts';
import { go, openDialog, useQuery } from '../state/index.ts';
import { Button, EmptyState, EntitySign } from '../ui/index.ts';
import { EntityFacts } from './entity-facts.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { EntityPassages, useFirstPassages } from './passages.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { UnlinkedMentions } from './unlinked-mentions.tsx';
import './page-head.css';
import './entity-page.css';

/** Everything known of one entity: facts, relations, unlinked mentions, passages. */
export function EntityPage({ id }: { id: string }) {
  const answer = useQuery('entities.get', { id });
  // With the first question, because each would wait for the answer to the one before it.
  useFirstPassages(id);
  useQuery('relations.list', { entityId: id });
  const notes = useQuery('notes.backlinks', { reference: { kind: 'entity', id } });
  const act = useDeed();
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null);
  const entity = answer.data;
  const all = () => go({ view: 'entities', entityId: null });

  // One that was undone away stays known from before: it is its absence that counts.
  const isGone = answer.failure?.code === 'not-found';
  if (!entity || isGone) {
    if (answer.loading) return <div className="entity-page" aria-busy="true" />;
    const title = answer.failure && !isGone ? failureSentence(answer.failure) : t('entities.gone');
    return <GoneEntity title={title} onLeave={all} />;
  }

  const remove = async () => {
    if (!(await act('entities.remove', { id }))) return;
    all();
    tell({
      tone: 'status',
      key: 'entities.removed',
      values: { name: entity.name },
      action: { label: 'entities.undo', run: () => void act('history.undo', {}) },
    });
  };

  return (
    <article className="entity-page" aria-labelledby="entity-name">
      <header>
        <div className="entity-title">
          <div className="entity-heading">
            <EntitySign type={entity.type} size={14} />
            <h1 id="entity-name" dir="auto" tabIndex={-1} data-landing>
              {entity.name}
            </h1>
          </div>
          <div className="entity-actions">
            <Button onPress={() => openDialog({ kind: 'edit-entity', id })}>{t('entities.editShort')}</Button>
            <Button onPress={() => setDialog('merge')}>{t('entities.merge')}</Button>
            {entity.mentions > 1 && <Button onPress={() => setDialog('split')}>{t('entities.split')}</Button>}
            <Button onPress={() => openDialog({ kind: 'export', subject: { kind: 'entity', id } })}>
              {t('library.export')}
            </Button>
            <Button onPress={() => void remove()}>{t('entities.delete')}</Button>
          </div>
        </div>
        <p className="entity-meta">
          {t('entities.meta', {
            type: typeName(entity.type),
            passages: entity.mentions,
            sources: entity.sources,
            notes: notes.data?.length ?? 0,
          })}
        </p>
      </header>
      <EntityFacts entity={entity} />
      <UnlinkedMentions id={id} />
      <EntityPassages id={id} />
      {dialog === 'split' && <SplitDialog entity={entity} onClose={() => setDialog(null)} />}
      {dialog === 'merge' && <MergeDialog entity={entity} onClose={() => setDialog(null)} />}
    </article>
  );
}

/** Where an entity was that is no more, with the way back; the keyboard goes there if it was on the page. */
function GoneEntity({ title, onLeave }: { title: string; onLeave: () => void }) {
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) actions.current?.querySelector('button')?.focus();
  }, []);
  return (
    <EmptyState
      title={title}
      actions={
        <div ref={actions}>
          <Button onPress={onLeave}>{t('entities.all')}</Button>
        </div>
      }
    />
  );
}
