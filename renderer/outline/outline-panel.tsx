import { useState } from 'react';
import { t } from '../i18n/index.ts';
import { place, useStore } from '../state/index.ts';
import { EmptyState, Tabs } from '../ui/index.ts';
import { useOutlineModel } from './model/models.ts';
import { AddNotes } from './panel/add-notes.tsx';
import { ItemDetails } from './panel/item-details.tsx';
import { UnusedPassages } from './panel/unused-passages.tsx';

/** The side panel of the open outline. */
export function OutlinePanel() {
  const outlineId = useStore(place, (now) => now.outlineId);
  if (outlineId === null) return <EmptyState title={t('outline.choose')}>{t('outline.chooseText')}</EmptyState>;
  return <PanelOf key={outlineId} id={outlineId} />;
}

function PanelOf({ id }: { id: string }) {
  const model = useOutlineModel(id);
  const [tab, setTab] = useState<'unused' | 'item' | 'notes'>('unused');
  return (
    <Tabs
      label={t('outline.panel')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'unused', label: t('outline.unused'), content: <UnusedPassages model={model} /> },
        { id: 'item', label: t('outline.item'), content: <ItemDetails model={model} /> },
        { id: 'notes', label: t('outline.notes'), content: <AddNotes model={model} /> },
      ]}
    />
  );
}
