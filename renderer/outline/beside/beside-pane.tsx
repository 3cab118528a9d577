import { t } from '../../i18n/index.ts';
import { NotesView } from '../../notes/index.ts';
import { Reader } from '../../reader/index.ts';
import { go, place, useQuery, useStore } from '../../state/index.ts';
import { SecondHalf, Select } from '../../ui/index.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { type Beside, beside } from './beside.ts';
import { OutlinePreview } from './outline-preview.tsx';
import './beside.css';

/** The other half of an outline that is shown side by side with something. */
export function BesidePane({ model, what }: { model: OutlineModel; what: Beside }) {
  return (
    <SecondHalf
      label={t(`outline.beside.${what}`)}
      what={what}
      head={
        <>
          {what === 'source' && <WhichSource />}
          {what === 'note' && <WhichNote />}
          {what === 'preview' && <h2>{t('outline.beside.preview')}</h2>}
        </>
      }
      closeLabel={t('outline.beside.close')}
      onClose={() => beside.set({ what: null })}
    >
      {what === 'source' && <Reader />}
      {what === 'note' && <NotesView />}
      {what === 'preview' && <OutlinePreview model={model} />}
    </SecondHalf>
  );
}

function WhichSource() {
  const sourceId = useStore(place, (now) => now.sourceId);
  const { data } = useQuery('sources.list', {});
  if (!data || data.length === 0) return <span />;
  return (
    <Select
      label={t('outline.beside.whichSource')}
      hideLabel
      choices={data.map(({ id, title }) => ({ id, name: title }))}
      value={sourceId ?? ''}
      onChange={(next) => go({ sourceId: next })}
    />
  );
}

const ALL = '';

function WhichNote() {
  const noteId = useStore(place, (now) => now.noteId);
  const { data } = useQuery('notes.list', {});
  return (
    <Select
      label={t('outline.beside.whichNote')}
      hideLabel
      choices={[
        { id: ALL, name: t('notes.all') },
        ...(data ?? []).map(({ id, title }) => ({ id, name: title || t('library.untitled') })),
      ]}
      value={noteId ?? ALL}
      onChange={(next) => go({ noteId: next === ALL ? null : next })}
    />
  );
}
