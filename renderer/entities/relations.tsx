import { useState } from 'react';
import type { Entity, Relation } from '../../main/contract/index.ts';
import { dateFault, formatDates, t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { go, useQuery } from '../state/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { DatesField } from './dates-field.tsx';
import { EntityPicker } from './entity-picker.tsx';

/** The relations of an entity in words, each leading to the other end; and a way to add and remove them. */
export function EntityRelations({ id }: { id: string }) {
  const relations = useQuery('relations.list', { entityId: id });
  const act = useDeed();
  const [adding, setAdding] = useState(false);
  return (
    <div className="entity-relations">
      <ul aria-label={t('entities.relations')}>
        {(relations.data ?? []).map((relation) => {
          const other = otherEnd(relation, id);
          return (
            <li key={relation.id}>
              <span>{relation.fromId === id ? relation.type : t('entities.isTargetOf', { type: relation.type })}</span>
              <Button look="quiet" onPress={() => go({ view: 'entities', entityId: other.id })}>
                <bdi>{other.name}</bdi>
              </Button>
              {relation.dates !== '' && <span className="entity-quiet">{formatDates(relation.dates)}</span>}
              {relation.evidence.length > 0 && (
                <span className="entity-quiet">{t('entities.evidence', { count: relation.evidence.length })}</span>
              )}
              <Button
                look="quiet"
                aria-label={t('entities.removeRelation', { type: relation.type, name: other.name })}
                onPress={() => void act('relations.remove', { id: relation.id })}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      <Button look="quiet" onPress={() => setAdding(true)}>
        {t('entities.addRelation')}
      </Button>
      {adding && <RelationDialog fromId={id} onClose={() => setAdding(false)} />}
    </div>
  );
}

function otherEnd(relation: Relation, id: string): { id: string; name: string } {
  return relation.fromId === id
    ? { id: relation.toId, name: relation.toName }
    : { id: relation.fromId, name: relation.fromName };
}

function RelationDialog({ fromId, onClose }: { fromId: string; onClose: () => void }) {
  const act = useDeed();
  const [other, setOther] = useState<Entity | null>(null);
  const [type, setType] = useState('');
  const [dates, setDates] = useState('');
  const [tried, setTried] = useState(false);

  if (!other) {
    return <EntityPicker title={t('entities.relatedTo')} except={fromId} onTake={setOther} onClose={onClose} />;
  }

  const save = async () => {
    setTried(true);
    if (type.trim() === '' || dateFault(dates) !== undefined) return;
    if (await act('relations.create', { fromId, toId: other.id, type, dates })) onClose();
  };
  return (
    <Dialog
      title={t('entities.newRelation', { name: other.name })}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('entities.save')}
          </Button>
        </>
      }
    >
      <form
        className="entity-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('entities.relationType')}
          description={t('entities.relationTypeHelp')}
          value={type}
          onChange={setType}
          autoFocus
          error={tried && type.trim() === '' ? t('entities.relationTypeMissing') : undefined}
        />
        <DatesField value={dates} onChange={setDates} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
