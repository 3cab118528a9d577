import type { ExportKind, ExportSubject, ExportThing } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { anyOf, useParts, useThings } from './subjects.ts';

const KINDS: readonly ExportKind[] = ['outline', 'source', 'tag', 'entity', 'note', 'search'];

const WHOLE = '';

export interface SubjectFormProps {
  readonly subject: ExportSubject;
  readonly onChange: (subject: ExportSubject) => void;
}

/** What becomes a document: which kind of thing, which of them, and of an outline which part. */
export function SubjectForm({ subject, onChange }: SubjectFormProps) {
  return (
    <>
      <Select
        label={t('export.kind')}
        choices={KINDS.map((kind) => ({ id: kind, name: t(`export.kind.${kind}`) }))}
        value={subject.kind}
        onChange={(kind) => onChange(anyOf(kind))}
      />
      {subject.kind === 'search' ? (
        <TextField
          label={t('export.query')}
          value={subject.query}
          onChange={(query) => onChange({ kind: 'search', query })}
        />
      ) : (
        <Thing {...subject} onChange={onChange} />
      )}
    </>
  );
}

type ThingProps = Extract<ExportSubject, { kind: ExportThing }> & Pick<SubjectFormProps, 'onChange'>;

function Thing({ kind, id, branch, onChange }: ThingProps) {
  const things = useThings(kind);
  const parts = useParts(kind === 'outline' && id !== '' ? id : null, branch);
  if (!things || things.length === 0) {
    return <p className="report-sum">{things ? t('export.none') : t('ui.loading')}</p>;
  }
  return (
    <>
      <Select label={t('export.which')} choices={things} value={id} onChange={(next) => onChange({ kind, id: next })} />
      {parts.length > 0 && (
        <Select
          label={t('export.part')}
          choices={[{ id: WHOLE, name: t('export.part.whole') }, ...parts]}
          value={branch ?? WHOLE}
          onChange={(next) => onChange({ kind, id, ...(next === WHOLE ? {} : { branch: next }) })}
        />
      )}
    </>
  );
}
