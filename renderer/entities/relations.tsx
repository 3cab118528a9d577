import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Relation } from '../../main/contract/index.ts';
import { formatDates, t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { arrive, go, useQuery } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { EntityPicker } from './entity-picker.tsx';
import { RelationDialog, type RelationEnd } from './relation-dialog.tsx';
import { reading } from './relation-words.ts';
import { RowList } from './row-list.tsx';
import './relations.css';

/** The relations of an entity in words, each leading to the other end; and a way to add, change and remove them. */
export function EntityRelations({ id, name }: RelationEnd) {
  const relations = useQuery('relations.list', { entityId: id });
  const root = useRef<HTMLDivElement>(null);
  const focused = useRef<number | null>(null);
  const [adding, setAdding] = useState(false);
  const [other, setOther] = useState<RelationEnd | null>(null);
  const [changing, setChanging] = useState<Relation | null>(null);
  // What the keyboard was on may go with a relation, or with its passages: it goes to the relation in its place then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: that there are other relations is the point.
  useEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    const rows = root.current?.querySelectorAll('[data-relation]') ?? [];
    const home = rows[Math.min(focused.current, rows.length - 1)] ?? root.current;
    home?.querySelector('button')?.focus();
  }, [relations.data]);
  return (
    <div ref={root} className="entity-relations">
      <ul
        aria-label={t('entities.relations')}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null) focused.current = null;
        }}
      >
        {(relations.data ?? []).map((relation, at) => (
          <RelationRow
            key={relation.id}
            relation={relation}
            id={id}
            onFocus={() => {
              focused.current = at;
            }}
            onChange={() => setChanging(relation)}
          />
        ))}
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

/** One relation as it reads from the entity `id`; its passages stand below it when they are asked for. */
function RelationRow(props: {
  readonly relation: Relation;
  readonly id: string;
  readonly onFocus: () => void;
  readonly onChange: () => void;
}) {
  const { relation, id, onFocus, onChange } = props;
  const act = useDeed();
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const { type, dates, comment, passages, fromName, toName } = relation;
  const other = otherEnd(relation, id);
  const count = passages.length;
  return (
    <li data-relation onFocus={onFocus}>
      <div className="relation-words">
        <span>{reading(relation, id)}</span>
        <Button look="quiet" onPress={() => go({ view: 'entities', entityId: other.id })}>
          <bdi className="relation-end">{other.name}</bdi>
        </Button>
        {dates !== '' && <span className="entity-quiet">{formatDates(dates)}</span>}
        {comment !== '' && (
          <span className="entity-quiet" dir="auto">
            {comment}
          </span>
        )}
        {count > 0 && (
          <Button
            look="quiet"
            aria-expanded={isOpen}
            {...(isOpen && { 'aria-controls': list })}
            onPress={() => setOpen(!isOpen)}
          >
            {t('entities.evidence', { count })}
            <ChevronRight className="relation-turn" aria-hidden size={13} />
          </Button>
        )}
      </div>
      {isOpen && count > 0 && (
        <div className="relation-passages" id={list}>
          <RowList
            label={t('entities.evidenceOf', { from: fromName, type, to: toName })}
            rows={passages}
            keyOf={(passage) => passage.id}
            onOpen={({ id: highlightId, sourceId, start, end }) =>
              arrive({ view: 'read', sourceId, passage: { start, end }, highlightId })
            }
          >
            {(passage) => (
              <span className="row-main">
                <span className="row-quote" dir="auto">
                  {passage.quote}
                </span>
                <span className="row-place">
                  <bdi>{passage.sourceTitle}</bdi> · {passage.locator}
                </span>
              </span>
            )}
          </RowList>
        </div>
      )}
      <span className="relation-deeds">
        <Button look="quiet" aria-label={t('entities.editRelation', { from: fromName, to: toName })} onPress={onChange}>
          {t('entities.editShort')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('entities.removeRelation', { type, name: other.name })}
          onPress={() => void act('relations.remove', { id: relation.id })}
        >
          ×
        </Button>
      </span>
    </li>
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
