import { useState } from 'react';
import type { EntityType } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t, typeName } from '../../i18n/index.ts';
import { doDeed } from '../../state/index.ts';
import { Select } from '../../ui/index.ts';

/** Asks what the entities of a type become before it goes. */
export function DeleteTypeDialog(props: {
  readonly type: EntityType;
  readonly types: readonly EntityType[];
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}) {
  const { type, types, onClose, onDeleted } = props;
  const client = useClient();
  const [into, setInto] = useState('concept');
  const others = types.filter(({ name }) => name !== type.name);
  return (
    <FormDialog
      title={t('types.deleteTitle', { name: type.name })}
      submitLabel={t('types.deleteShort')}
      ready
      onSubmit={async () => {
        await doDeed(client, 'entityTypes.remove', { name: type.name, into });
        onDeleted();
      }}
      onClose={onClose}
    >
      <p>{t('types.deleteText', { count: type.entities })}</p>
      {type.entities > 0 && (
        <Select
          label={t('types.become')}
          choices={others.map(({ name }) => ({ id: name, name: typeName(name) }))}
          value={into}
          onChange={setInto}
        />
      )}
    </FormDialog>
  );
}
