import { useMemo, useState } from 'react';
import { CITATION_TYPES } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t } from '../../i18n/index.ts';
import { doDeed, useQuery } from '../../state/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { commonFields, type Fields, someFactsOf } from './fields.ts';

type Words = Exclude<keyof Fields, 'type' | 'title'>;

/** What several sources have in common can be said of all of them at once; what is left alone stays as it is in each. */
export function EditSourcesDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const client = useClient();
  const sources = useQuery('sources.list', {}).data;
  const [said, setSaid] = useState<Partial<Fields>>({});
  const common = useMemo(() => sources && commonFields(sources.filter(({ id }) => ids.includes(id))), [sources, ids]);
  if (!common) return null;
  const words = (name: Words, lines?: number) => ({
    label: t(`source.${name}`),
    value: said[name] ?? common[name] ?? '',
    onChange: (value: string) => setSaid({ ...said, [name]: value }),
    ...(lines === undefined ? {} : { lines }),
    ...(name in common || name in said ? {} : { description: t('source.various') }),
  });
  const type = said.type ?? common.type;
  return (
    <FormDialog
      title={t('source.editSeveral', { count: ids.length })}
      submitLabel={t('ui.save')}
      ready={Object.keys(said).length > 0}
      onSubmit={() => doDeed(client, 'sources.updateAll', { ids: [...ids], ...someFactsOf(said) })}
      onClose={onClose}
      size="medium"
    >
      <p className="form-words">{t('source.severalText')}</p>
      <TextField {...words('authors', 2)} autoFocus />
      <div className="form two">
        <Select
          label={t('source.type')}
          choices={[
            ...(type === undefined ? [{ id: '' as const, name: t('source.variousTypes') }] : []),
            ...CITATION_TYPES.map((each) => ({ id: each, name: t(`source.type.${each}`) })),
          ]}
          value={type ?? ''}
          onChange={(next) => next !== '' && setSaid({ ...said, type: next })}
        />
        <TextField {...words('date')} />
        <TextField {...words('container')} />
        <TextField {...words('publisher')} />
        <TextField {...words('place')} />
        <TextField {...words('language')} />
      </div>
      <TextField {...words('editors', 2)} />
      <TextField {...words('url')} />
    </FormDialog>
  );
}
