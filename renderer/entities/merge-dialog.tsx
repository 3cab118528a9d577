import { useState } from 'react';
import type { Entity } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { tell, useDeed } from '../messages/index.ts';
import { go, useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { EntityPicker } from './entity-picker.tsx';

/** Puts an entity into another: first which, unless that is said, then what will come of it. */
export function MergeDialog({ entity, into, onClose }: { entity: Entity; into?: Entity; onClose: () => void }) {
  const act = useDeed();
  const [target, setTarget] = useState<Entity | null>(into ?? null);

  if (!target) {
    return <EntityPicker title={t('entities.mergeInto')} except={entity.id} onTake={setTarget} onClose={onClose} />;
  }

  const merge = async () => {
    if (!(await act('entities.merge', { id: entity.id, intoId: target.id }))) return;
    onClose();
    go({ view: 'entities', entityId: target.id });
    tell({
      tone: 'status',
      key: 'entities.merged',
      values: { name: entity.name, into: target.name },
      action: { label: 'entities.undo', run: () => void act('history.undo', {}) },
    });
  };

  const names = [...new Set([...target.aliases, entity.name, ...entity.aliases])].filter(
    (name) => name !== target.name,
  );
  return (
    <Dialog
      title={t('entities.mergeTitle', { name: entity.name, into: target.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => setTarget(null)}>{t('entities.mergeOther')}</Button>
          <Button look="primary" autoFocus onPress={() => void merge()}>
            {t('entities.mergeShort')}
          </Button>
        </>
      }
    >
      <dl className="entity-facts">
        <dt>{t('entities.name')}</dt>
        <dd dir="auto">{target.name}</dd>
        <dt>{t('entities.aliases')}</dt>
        <dd dir="auto">{names.join(', ') || '–'}</dd>
        <dt>{t('entities.identifiers')}</dt>
        <dd>
          {[...target.identifiers, ...entity.identifiers].map(({ kind, value }) => `${kind} ${value}`).join(', ') ||
            '–'}
        </dd>
        <dt>{t('entities.passages')}</dt>
        <dd>{t('entities.mergePassages', { from: entity.mentions, into: target.mentions })}</dd>
        <MergedLinks entity={entity} into={target} />
      </dl>
      <p className="entity-quiet">{t('entities.mergeKept')}</p>
    </Dialog>
  );
}

/** How many relations and notes come together. */
function MergedLinks({ entity, into }: { entity: Entity; into: Entity }) {
  const relationsOf = { from: useRelations(entity.id), into: useRelations(into.id) };
  const notesOf = { from: useNotes(entity.id), into: useNotes(into.id) };
  return (
    <>
      <dt>{t('entities.relations')}</dt>
      <dd>{t('entities.mergePassages', relationsOf)}</dd>
      <dt>{t('entities.notes')}</dt>
      <dd>{t('entities.mergePassages', notesOf)}</dd>
    </>
  );
}

function useRelations(entityId: string): number {
  return useQuery('relations.list', { entityId }).data?.length ?? 0;
}

function useNotes(id: string): number {
  return useQuery('notes.backlinks', { reference: { kind: 'entity', id } }).data?.length ?? 0;
}
