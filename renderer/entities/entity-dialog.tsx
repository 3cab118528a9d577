import { useState } from 'react';
import { ENTITY_TYPES, type Entity, readCoordinates, readDates, writeCoordinates } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t, typeName } from '../i18n/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { Select, TextField } from '../ui/index.ts';
import { DatesField } from './dates-field.tsx';
import { IdentifierRows, isUsable } from './identifier-rows.tsx';
import { isLanguage, NameRows } from './name-rows.tsx';
import { OwnFieldInputs } from './own-fields.tsx';

export interface EntityDialogProps {
  /** The entity to change; a new one where left out. */
  readonly entity?: Entity;
  readonly onClose: () => void;
  readonly onSaved?: (entity: Entity) => void;
}

/** The form of an entity's facts. What cannot be understood is said at its place, and nothing is saved until it can. */
export function EntityDialog({ entity, onClose, onSaved }: EntityDialogProps) {
  const client = useClient();
  const types = useQuery('entityTypes.list', {});
  const [type, setType] = useState(entity?.type ?? 'person');
  const [name, setName] = useState(entity?.name ?? '');
  const [names, setNames] = useState(entity?.names ?? []);
  const [dates, setDates] = useState(entity?.dates ?? '');
  const [identifiers, setIdentifiers] = useState(entity?.identifiers ?? []);
  const [place, setPlace] = useState(entity?.coordinates ? writeCoordinates(entity.coordinates) : '');
  const [fields, setFields] = useState(entity?.fields ?? {});
  const [description, setDescription] = useState(entity?.description ?? '');
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
      description,
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
      <TextField label={t('entities.description')} value={description} onChange={setDescription} lines={4} />
    </FormDialog>
  );
}
