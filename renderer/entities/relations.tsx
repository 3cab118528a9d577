import { useState } from 'react';
import type { Relation } from '../../main/contract/index.ts';
import { formatDates, t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { go, useQuery } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { EntityPicker } from './entity-picker.tsx';
import { RelationDialog, type RelationEnd } from './relation-dialog.tsx';
import { reading } from './relation-words.ts';
import './relations.css';

/** The relations of an entity in words, each leading to the other end; and a way to add, change and remove them. */
export function EntityRelations({ id, name }: RelationEnd) {
  const relations = useQuery('relations.list', { entityId: id });
  const act = useDeed();
  const [adding, setAdding] = useState(false);
  const [other, setOther] = useState<RelationEnd | null>(null);
  const [changing, setChanging] = useState<Relation | null>(null);
  return (
    <div className="entity-relations">
      <ul aria-label={t('entities.relations')}>
        {(relations.data ?? []).map((relation) => {
          const other = otherEnd(relation, id);
          return (
            <li key={relation.id}>
              <span>{reading(relation, id)}</span>
              <Button look="quiet" onPress={() => go({ view: 'entities', entityId: other.id })}>
                <bdi className="relation-end">{other.name}</bdi>
              </Button>
              {relation.dates !== '' && <span className="entity-quiet">{formatDates(relation.dates)}</span>}
              {relation.evidence.length > 0 && (
                <span className="entity-quiet">{t('entities.evidence', { count: relation.evidence.length })}</span>
              )}
              {relation.comment !== '' && (
                <span className="entity-quiet" dir="auto">
                  {relation.comment}
                </span>
              )}
              <span className="relation-deeds">
                <Button
                  look="quiet"
                  aria-label={t('entities.editRelation', { from: relation.fromName, to: relation.toName })}
                  onPress={() => setChanging(relation)}
                >
                  {t('entities.editShort')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('entities.removeRelation', { type: relation.type, name: other.name })}
                  onPress={() => void act('relations.remove', { id: relation.id })}
                >
                  ×
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <Button look="quiet" onPress={() => setAdding(true)}>
        {t('entities.addRelation')}
      </Button>
      {adding && (
        <EntityPicker
          title={t('entities.relatedTo')}
          except={id}
          onTake={(entity) => {
            setAdding(false);
            setOther(entity);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {other && <RelationDialog ends={[{ id, name }, other]} onClose={() => setOther(null)} />}
      {changing && <RelationDialog ends={endsOf(changing)} relation={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function endsOf({ fromId, fromName, toId, toName }: Relation): readonly RelationEnd[] {
  return [
    { id: fromId, name: fromName },
    { id: toId, name: toName },
  ];
}

function otherEnd(relation: Relation, id: string): { id: string; name: string } {
  return relation.fromId === id
    ? { id: relation.toId, name: relation.toName }
    : { id: relation.fromId, name: relation.fromName };
}
