import { useEffect, useState } from 'react';
import { COLOURS, type Colour } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t } from '../i18n/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { ColourChoice, TextField } from '../ui/index.ts';

interface TagFields {
  readonly name: string;
  readonly colour: Colour;
  readonly memo: string;
}

/** A new tag, at the top or below another one, whose colour it begins with. */
export function NewTagDialog({ parentId, onClose }: { parentId: string | null; onClose: () => void }) {
  const client = useClient();
  const tags = useQuery('tags.list', {}).data ?? [];
  const parent = tags.find((tag) => tag.id === parentId);
  const [fields, setFields] = useState<TagFields>({
    name: '',
    colour: parent?.colour ?? COLOURS[tags.length % COLOURS.length] ?? 'yellow',
    memo: '',
  });
  return (
    <FormDialog
      title={parent ? t('tag.newBelow', { name: parent.name }) : t('tag.new')}
      submitLabel={t('tag.make')}
      ready={fields.name.trim() !== ''}
      onSubmit={() => doDeed(client, 'tags.create', { ...fields, name: fields.name.trim(), parent: parentId })}
      onClose={onClose}
    >
      <TagForm fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

/** Name, colour and memo of a tag. */
export function EditTagDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const tag = useQuery('tags.list', {}).data?.find((each) => each.id === id);
  const [fields, setFields] = useState<TagFields | undefined>(tag);
  useEffect(() => {
    setFields((known) => known ?? tag);
  }, [tag]);
  if (!fields) return null;
  const { name, colour, memo } = fields;
  return (
    <FormDialog
      title={t('tag.edit')}
      submitLabel={t('ui.save')}
      ready={name.trim() !== ''}
      onSubmit={() => doDeed(client, 'tags.update', { id, name: name.trim(), colour, memo })}
      onClose={onClose}
    >
      <TagForm fields={fields} onChange={setFields} />
    </FormDialog>
  );
}

function TagForm({ fields, onChange }: { fields: TagFields; onChange: (fields: TagFields) => void }) {
  return (
    <>
      <TextField
        label={t('rename.name')}
        value={fields.name}
        onChange={(name) => onChange({ ...fields, name })}
        autoFocus
      />
      <ColourChoice
        label={t('tag.colour')}
        value={fields.colour}
        onChange={(colour) => onChange({ ...fields, colour })}
      />
      <TextField
        label={t('tag.memo')}
        description={t('tag.memoText')}
        value={fields.memo}
        onChange={(memo) => onChange({ ...fields, memo })}
        lines={4}
      />
    </>
  );
}
