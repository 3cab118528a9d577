import { useEffect, useState } from 'react';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { doDeed, useQuery } from '../state/index.ts';
import { TextField } from '../ui/index.ts';
import { FormDialog } from './form-dialog.tsx';

interface Fields {
  readonly title: string;
  /** One a line. */
  readonly authors: string;
  readonly date: string;
  readonly language: string;
  readonly url: string;
  readonly publisher: string;
  /** One a line, as `kind: value`. */
  readonly identifiers: string;
}

/** The bibliographic facts of a source; its text is not among them and never changes. */
export function EditSourceDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const source = useQuery('sources.get', { id }).data;
  const [fields, setFields] = useState<Fields>();
  useEffect(() => {
    if (!source) return;
    const { title, date, language, url, publisher } = source;
    const authors = source.authors.join('\n');
    const identifiers = source.identifiers.map(({ kind, value }) => `${kind}: ${value}`).join('\n');
    setFields((known) => known ?? { title, authors, date, language, url, publisher, identifiers });
  }, [source]);
  if (!fields) return null;
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part });
  const facts = {
    ...fields,
    title: fields.title.trim(),
    authors: linesOf(fields.authors),
    identifiers: linesOf(fields.identifiers).map(identifierOf),
  };
  return (
    <FormDialog
      title={t('source.edit')}
      submitLabel={t('ui.save')}
      ready={fields.title.trim() !== ''}
      onSubmit={() => doDeed(client, 'sources.update', { id, ...facts })}
      onClose={onClose}
      size="medium"
    >
      <TextField label={t('source.title')} value={fields.title} onChange={(title) => set({ title })} autoFocus />
      <TextField
        label={t('source.authors')}
        description={t('source.authorsText')}
        value={fields.authors}
        onChange={(next) => set({ authors: next })}
        lines={2}
      />
      <div className="form two">
        <TextField label={t('source.date')} value={fields.date} onChange={(date) => set({ date })} />
        <TextField label={t('source.language')} value={fields.language} onChange={(language) => set({ language })} />
      </div>
      <TextField label={t('source.publisher')} value={fields.publisher} onChange={(publisher) => set({ publisher })} />
      <TextField
        label={t('source.identifiers')}
        description={t('source.identifiersText')}
        value={fields.identifiers}
        onChange={(identifiers) => set({ identifiers })}
        lines={2}
      />
      <TextField label={t('source.url')} value={fields.url} onChange={(url) => set({ url })} />
    </FormDialog>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is written without a kind keeps its words. */
function identifierOf(line: string): { kind: string; value: string } {
  const [, kind = 'id', value = line] = /^([A-Za-z][\w-]*):(?!\/\/)\s*(\S.*)$/.exec(line) ?? [];
  return { kind: kind.toLowerCase(), value };
}
