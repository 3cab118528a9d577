import { useState } from 'react';
import type { Highlight, Relation } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { dateFault, t } from '../i18n/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { Checkbox, Select, TextField } from '../ui/index.ts';
import { DatesField } from './dates-field.tsx';

/** An end of a relation. */
export interface RelationEnd {
  readonly id: string;
  readonly name: string;
}

export interface RelationDialogProps {
  /** The entities either end can be; the first two are the ends to begin with. */
  readonly ends: readonly RelationEnd[];
  /** The relation to change; a new one where left out. */
  readonly relation?: Relation;
  /** A passage that shows it, for a new one. */
  readonly passage?: Highlight;
  readonly onClose: () => void;
}

const MOST_PASSAGES = 50;

/** The form of a relation: how it reads from either end, when, a note, and the highlights that are its evidence. */
export function RelationDialog({ ends, relation, passage, onClose }: RelationDialogProps) {
  const client = useClient();
  const [fromId, setFrom] = useState(relation?.fromId ?? ends[0]?.id ?? '');
  const [toId, setTo] = useState(relation?.toId ?? ends[1]?.id ?? '');
  const [type, setType] = useState(relation?.type ?? '');
  const [inverse, setInverse] = useState<string | null>(relation?.inverse ?? null);
  const [dates, setDates] = useState(relation?.dates ?? '');
  const [comment, setComment] = useState(relation?.comment ?? '');
  const [evidence, setEvidence] = useState<readonly string[]>(relation?.evidence ?? (passage ? [passage.id] : []));
  const [tried, setTried] = useState(false);
  const types = useQuery('relations.types', {}).data ?? [];
  const passages = useShared(fromId, toId, passage);
  const nameOf = (id: string) => ends.find((end) => end.id === id)?.name ?? '';
  // What is known of the type stands there until something else is written.
  const known = types.find((each) => each.type === type.trim())?.inverse ?? '';
  const back = inverse ?? known;

  const save = async () => {
    setTried(true);
    if (type.trim() === '' || fromId === toId) return false;
    if (dates !== relation?.dates && dateFault(dates) !== undefined) return false;
    // An inverse nobody wrote is the notebook's business: it may know the type as the inverse of another.
    const said = { type: type.trim(), dates: dates.trim(), comment, evidence: [...evidence] };
    const facts = inverse === null ? said : { ...said, inverse };
    return relation
      ? doDeed(client, 'relations.update', { id: relation.id, ...facts })
      : doDeed(client, 'relations.create', { fromId, toId, ...facts });
  };
  const show = (id: string, isEvidence: boolean) =>
    setEvidence((now) => (isEvidence ? [...now, id] : now.filter((each) => each !== id)));

  return (
    <FormDialog
      title={t(relation ? 'entities.editRelation' : 'entities.newRelation', { from: nameOf(fromId), to: nameOf(toId) })}
      submitLabel={t('entities.save')}
      onSubmit={save}
      onClose={onClose}
      size="medium"
    >
      {!relation && (
        <>
          <Select label={t('entities.relationFrom')} value={fromId} onChange={setFrom} choices={[...ends]} />
          <Select label={t('entities.relationTo')} value={toId} onChange={setTo} choices={[...ends]} />
          {tried && fromId === toId && <p role="alert">{t('entities.relationSame')}</p>}
        </>
      )}
      <TextField
        label={t('entities.relationType')}
        description={t('entities.relationTypeHelp', { from: nameOf(fromId), to: nameOf(toId) })}
        value={type}
        onChange={setType}
        autoFocus
        error={tried && type.trim() === '' ? t('entities.relationTypeMissing') : undefined}
      />
      <TextField
        label={t('entities.relationInverse')}
        description={t('entities.relationInverseHelp', { from: nameOf(fromId), to: nameOf(toId) })}
        value={back}
        onChange={setInverse}
      />
      <DatesField value={dates} onChange={setDates} />
      <TextField label={t('entities.relationNote')} value={comment} onChange={setComment} lines={2} />
      <fieldset className="split-passages">
        <legend className="field-label">{t('entities.relationEvidence')}</legend>
        {passages.length === 0 && <p className="entity-quiet">{t('entities.noEvidence')}</p>}
        {passages.map((each) => (
          <Checkbox key={each.id} isSelected={evidence.includes(each.id)} onChange={(is) => show(each.id, is)}>
            <span dir="auto">
              {each.quote}{' '}
              <span className="entity-quiet">
                {each.sourceTitle} · {each.locator}
              </span>
            </span>
          </Checkbox>
        ))}
      </fieldset>
    </FormDialog>
  );
}

/** Highlights in which both entities are linked, and the one the relation is made from. */
function useShared(fromId: string, toId: string, passage: Highlight | undefined): readonly Highlight[] {
  const ofOne = useQuery('highlights.list', { entityId: fromId }).data ?? [];
  const both = ofOne.filter((each) => each.entityIds.includes(toId) && each.id !== passage?.id);
  return [...(passage ? [passage] : []), ...both].slice(0, MOST_PASSAGES);
}
