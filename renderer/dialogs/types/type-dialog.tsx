import { useState } from 'react';
import { type EntityType, isBuiltInType, TYPE_COLOURS, TYPE_SHAPES } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { doDeed, useQuery } from '../../state/index.ts';
import { EntitySign, SignChoice, TextField } from '../../ui/index.ts';
import { type FieldRow, FieldRows, rowsOf } from './field-rows.tsx';

/** Makes a type of entities, or changes one: its name, its sign, its own fields. */
export function TypeDialog({ type, onClose }: { type?: EntityType; onClose: () => void }) {
  const client = useClient();
  const others = useQuery('entityTypes.list', {}).data ?? [];
  const [name, setName] = useState(type?.name ?? '');
  const [colour, setColour] = useState(() => known(TYPE_COLOURS, type?.colour, others, 'colour'));
  const [shape, setShape] = useState(() => known(TYPE_SHAPES, type?.shape, others, 'shape'));
  const [fields, setFields] = useState(() => rowsOf(type?.fields ?? []));
  const isBuiltIn = type !== undefined && isBuiltInType(type.name);
  const named = fields.map((field) => ({ ...field, name: field.name.trim() })).filter((field) => field.name !== '');
  const isTwice = new Set(named.map((field) => field.name)).size < named.length;

  const submit = async () => {
    if (!type) {
      const made = { name: name.trim(), colour, shape, fields: named.map((field) => field.name) };
      await doDeed(client, 'entityTypes.create', made);
      return;
    }
    await doDeed(client, 'entityTypes.update', {
      name: type.name,
      ...(isBuiltIn ? {} : { newName: name.trim() }),
      ...(colour === type.colour ? {} : { colour }),
      ...(shape === type.shape ? {} : { shape }),
      fields: named.map(changeOf),
    });
  };

  return (
    <FormDialog
      title={type ? t('types.editTitle', { name: typeName(type.name) }) : t('types.newTitle')}
      submitLabel={t(type ? 'entities.save' : 'types.make')}
      ready={name.trim() !== '' && !isTwice}
      onSubmit={submit}
      onClose={onClose}
      size="medium"
    >
      {!isBuiltIn && <TextField label={t('entities.name')} value={name} onChange={setName} autoFocus />}
      <SignChoice
        label={t('types.colour')}
        names={TYPE_COLOURS}
        called={(each) => t(`typeColour.${each}`)}
        sign={(each) => <EntitySign type="" colour={each} shape={shape} size={14} />}
        value={colour}
        onChange={setColour}
      />
      <SignChoice
        label={t('types.shape')}
        names={TYPE_SHAPES}
        called={(each) => t(`typeShape.${each}`)}
        sign={(each) => <EntitySign type="" colour={colour} shape={each} size={14} />}
        value={shape}
        onChange={setShape}
      />
      <FieldRows rows={fields} onChange={setFields} error={isTwice ? t('types.fieldTwice') : undefined} />
    </FormDialog>
  );
}

function changeOf({ name, was }: FieldRow) {
  return was === undefined ? { name } : { name, was };
}

/** What the type has; for a new one, or one that another program wrote, the first that no other has. */
function known<T extends string>(
  all: readonly [T, ...T[]],
  now: string | undefined,
  others: readonly EntityType[],
  part: 'colour' | 'shape',
): T {
  return (
    all.find((each) => each === now) ?? all.find((each) => !others.some((other) => other[part] === each)) ?? all[0]
  );
}
