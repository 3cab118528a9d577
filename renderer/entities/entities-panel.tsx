import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { go, place, useQuery, useStore } from '../state/index.ts';
import { Button, Card, EmptyState, Tabs } from '../ui/index.ts';
import { AlongTheText } from './along-the-text.tsx';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { Timeline } from './timeline.tsx';
import { TogetherWith } from './together-with.tsx';

type PanelTab = 'together' | 'timeline' | 'notes';

/** Beside an entity's page: whom it stands together with, its dates, and the notes that speak of it. */
export function EntitiesPanel() {
  const id = useStore(place, (now) => now.entityId);
  const [tab, setTab] = useState<PanelTab>('together');
  const { data, failure } = useQuery('entities.get', id === null ? null : { id });
  const isGone = failure?.code === 'not-found';
  if (id === null || isGone)
    return <EmptyState title={t('entities.chooseOne')}>{t('entities.chooseOneText')}</EmptyState>;
  return (
    <Tabs
      label={t('entities.panel')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          id: 'together',
          label: t('entities.together'),
          // Asked for once the entity has come, and so after the page beside it: nobody waits for this there.
          content: data && (
            <>
              <TogetherWith key={id} entity={data} />
              <AlongTheText id={id} type={data.type} />
              <PossibleDuplicates entity={data} />
            </>
          ),
        },
        { id: 'timeline', label: t('entities.timeline'), content: <Timeline id={id} /> },
        { id: 'notes', label: t('entities.notes'), content: <EntityNotes id={id} /> },
      ]}
    />
  );
}

function EntityNotes({ id }: { id: string }) {
  const links = useQuery('notes.backlinks', { reference: { kind: 'entity', id } });
  if (links.data?.length === 0) {
    return <EmptyState title={t('entities.noNotes')}>{t('entities.noNotesText')}</EmptyState>;
  }
  return (links.data ?? []).map((link) => (
    <Card key={`${link.kind} ${link.id}`} label={link.title}>
      <Button
        look="quiet"
        onPress={() =>
          link.kind === 'note' ? go({ view: 'notes', noteId: link.id }) : go({ view: 'outline', outlineId: link.id })
        }
      >
        {link.title}
      </Button>
      <p>{link.excerpt}</p>
    </Card>
  ));
}
