import { useState } from 'react';
import { useClient, useHost } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { tell } from '../../messages/index.ts';
import { useQuery } from '../../state/index.ts';
import { Radios, Select } from '../../ui/index.ts';

const ALL = '';

/** Gives all entities, or those of a type, out as a table or JSON. */
export function ExportListDialog({ type, onClose }: { type?: string | undefined; onClose: () => void }) {
  const client = useClient();
  const host = useHost();
  const types = useQuery('entityTypes.list', {}).data ?? [];
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [chosen, setChosen] = useState(type ?? ALL);
  const submit = async () => {
    const wished = chosen === ALL ? { format } : { format, type: chosen };
    const { download, fileName, entities } = await client.call('entities.export', wished);
    host.download(download, fileName);
    tell({ tone: 'status', key: 'lists.exported', values: { count: entities, file: fileName } });
  };
  return (
    <FormDialog title={t('lists.export')} submitLabel={t('lists.give')} onSubmit={submit} onClose={onClose}>
      <Select
        label={t('entities.type')}
        value={chosen}
        onChange={setChosen}
        choices={[
          { id: ALL, name: t('entities.everyType') },
          ...types.map(({ name }) => ({ id: name, name: typeName(name) })),
        ]}
      />
      <Radios
        label={t('lists.format')}
        value={format}
        onChange={setFormat}
        choices={[
          { id: 'csv', name: t('lists.csv') },
          { id: 'json', name: t('lists.json') },
        ]}
      />
    </FormDialog>
  );
}
