import { type ReactNode, useEffect, useState } from 'react';
import { CITATION_TYPES } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { FormDialog } from '../../forms/index.ts';
import { t } from '../../i18n/index.ts';
import { doDeed, useQuery } from '../../state/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { type Fields, factsOf, fieldsOf, filledIn } from './fields.ts';
import { ReadCitation } from './read-citation.tsx';

type Words = Exclude<keyof Fields, 'type'>;

export interface EditSourceDialogProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Where several are gone through: how far that is, and what comes after this one. */
  readonly title?: string;
  readonly submitLabel?: string;
  readonly onDone?: () => void;
  readonly more?: ReactNode;
}

/** The bibliographic facts of a source; its text is not among them and never changes. */
export function EditSourceDialog(props: EditSourceDialogProps) {
  const { id, onClose, title = t('source.edit'), submitLabel = t('ui.save'), onDone = onClose, more } = props;
  const client = useClient();
  const source = useQuery('sources.get', { id }).data;
  const [fields, setFields] = useState<Fields>();
  useEffect(() => {
    if (source) setFields((known) => known ?? fieldsOf(source));
  }, [source]);
  if (!fields) return null;
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part });
  const words = (name: Words) => ({
    label: t(`source.${name}`),
    value: fields[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      onDone={onDone}
      more={more}
      ready={fields.title.trim() !== ''}
      onSubmit={() => doDeed(client, 'sources.update', { id, ...factsOf(fields) })}
      onClose={onClose}
      size="medium"
    >
      <TextField {...words('title')} autoFocus />
      <TextField {...words('authors')} description={t('source.authorsText')} lines={2} />
      <div className="form two">
        <Select
          label={t('source.type')}
          choices={CITATION_TYPES.map((type) => ({ id: type, name: t(`source.type.${type}`) }))}
          value={fields.type}
          onChange={(type) => set({ type })}
        />
        <TextField {...words('date')} />
        <TextField {...words('container')} />
        <TextField {...words('publisher')} />
        <TextField {...words('place')} />
        <TextField {...words('edition')} />
        <TextField {...words('volume')} />
        <TextField {...words('issue')} />
        <TextField {...words('pages')} />
        <TextField {...words('language')} />
      </div>
      <TextField {...words('editors')} description={t('source.authorsText')} lines={2} />
      <TextField {...words('identifiers')} description={t('source.identifiersText')} lines={2} />
      <TextField {...words('url')} />
      <ReadCitation onEntry={(entry) => setFields(filledIn(fields, entry))} />
    </FormDialog>
  );
}
