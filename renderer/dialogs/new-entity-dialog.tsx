import { useState } from 'react';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t, typeName } from '../i18n/index.ts';
import { doDeed, go, useQuery } from '../state/index.ts';
import { Select, TextField } from '../ui/index.ts';

/** A new entity: its type, its name, other names. */
export function NewEntityDialog({ type, onClose }: { type: string | undefined; onClose: () => void }) {
  const client = useClient();
  const types = useQuery('entityTypes.list', {}).data ?? [];
  const [kind, setKind] = useState(type ?? 'person');
  const [name, setName] = useState('');
  const [aliases, setAliases] = useState('');
  const submit = async () => {
    const others = aliases
      .split('\n')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    const entity = await doDeed(client, 'entities.create', { type: kind, name: name.trim(), aliases: others });
    go({ view: 'entities', entityId: entity.id });
  };
  return (
    <FormDialog
      title={t('entity.new')}
      submitLabel={t('entity.make')}
      ready={name.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('rename.name')} value={name} onChange={setName} autoFocus />
      <Select
        label={t('entity.type')}
        choices={types.map((each) => ({ id: each.name, name: typeName(each.name) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={t('entity.aliases')}
        description={t('entity.aliasesText')}
        value={aliases}
        onChange={setAliases}
        lines={2}
      />
    </FormDialog>
  );
}
