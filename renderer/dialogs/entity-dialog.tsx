import { useState } from 'react';
import {
  descriptionDocument,
  ENTITY_TYPES,
  type Entity,
  readCoordinates,
  readDates,
  writeCoordinates,
} from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { DatesField, IdentifierRows, isLanguage, isUsable, NameRows, OwnFieldInputs } from '../entities/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t, typeName } from '../i18n/index.ts';
import { RichField } from '../notes/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { Select, TextField } from '../ui/index.ts';

export interface EntityDialogProps {
  /** The entity to change; a new one where left out. */
  readonly entity?: Entity;
  /** What a new one is of at first. */
  readonly type?: string | undefined;
  readonly onClose: () => void;
  readonly onSaved?: (entity: Entity) => void;
}

/** The form of an entity that is there. */
export function EditEntityDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const entity = useQuery('entities.get', { id }).data;
  return entity ? <EntityDialog entity={entity} onClose={onClose} /> : null;
}

/** The form of an entity's facts. What cannot be understood is said at its place, and nothing is saved until it can. */
export function EntityDialog({ entity, type: firstType = 'person', onClose, onSaved }: EntityDialogProps) {
  const client = useClient();
  const types = useQuery('entityTypes.list', {});
  const [type, setType] = useState(entity?.type ?? firstType);
  const [name, setName] = useState(entity?.name ?? '');
  const [names, setNames] = useState(entity?.names ?? []);
  const [dates, setDates] = useState(entity?.dates ?? '');
  const [identifiers, setIdentifiers] = useState(entity?.identifiers ?? []);
  const [place, setPlace] = useState(entity?.coordinates ? writeCoordinates(entity.coordinates) : '');
  const [fields, setFields] = useState(entity?.fields ?? {});
  const [description, setDescription] = useState(() =>
    descriptionDocument({ text: entity?.description ?? '', document: entity?.descriptionDocument ?? null }),
  );
  const [tried, setTried] = useState(false);
  const coordinates = readCoordinates(place);
  const isLost = place.trim() !== '' && coordinates === null;

  const save = async () => {
    setTried(true);
    const isDated = !('fault' in readDates(dates)) || dates === entity?.dates;
    const isNamed = names.every(({ language }) => isLanguage(language));
    if (name.trim() === '' || !isDated || !isNamed || isLost || !identifiers.every(isUsable)) return false;
    const facts = {
      type,
      name: name.trim(),
      aliases: names
        .map((each) => ({ ...each, name: each.name.trim(), language: each.language.trim() }))
        .filter((each) => each.name !== ''),
      dates: dates.trim(),
      descriptionDocument: description,
      identifiers: identifiers.filter(({ value }) => value.trim() !== ''),
      coordinates,
      fields,
    };
    const saved = entity
      ? await doDeed(client, 'entities.update', { id: entity.id, ...facts })
      : await doDeed(client, 'entities.create', facts);
    onSaved?.(saved);
    return true;
  };

  return (
    <FormDialog
      title={entity ? t('entities.edit') : t('entities.new')}
      submitLabel={t('entities.save')}
      onSubmit={save}
      onClose={onClose}
      size="medium"
    >
      <TextField
        label={t('entities.name')}
        value={name}
        onChange={setName}
        autoFocus
        error={tried && name.trim() === '' ? t('entities.nameMissing') : undefined}
      />
      <Select
        label={t('entities.type')}
        value={type}
        onChange={setType}
        choices={(types.data?.map((each) => each.name) ?? [...ENTITY_TYPES]).map((id) => ({
          id,
          name: typeName(id),
        }))}
      />
      <NameRows names={names} onChange={setNames} />
      <DatesField value={dates} onChange={setDates} />
      <IdentifierRows identifiers={identifiers} onChange={setIdentifiers} />
      <TextField
        label={t('entities.coordinates')}
        description={t('entities.coordinatesHelp')}
        value={place}
        onChange={setPlace}
        error={tried && isLost ? t('entities.coordinatesWrong') : undefined}
      />
      <OwnFieldInputs type={type} fields={fields} onChange={setFields} />
      <RichField label={t('entities.description')} document={description} onChange={setDescription} />
    </FormDialog>
  );
}
