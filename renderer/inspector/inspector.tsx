import { t } from '../i18n/index.ts';
import { inspectorTab } from '../passage/index.ts';
import { useStore } from '../state/index.ts';
import { Tabs } from '../ui/index.ts';
import { EntityTab } from './entity-tab.tsx';
import { NotesTab } from './notes-tab.tsx';
import { OutlineTab } from './outline-tab.tsx';
import { PassageTab } from './passage-tab.tsx';
import './inspector.css';

/** What is known of the passage, entity, notes and outline at hand, beside the text. */
export function Inspector() {
  const tab = useStore(inspectorTab, (now) => now.tab);
  return (
    <Tabs
      label={t('inspector.tabs')}
      selected={tab}
      onSelect={(next) => inspectorTab.set({ tab: next })}
      tabs={[
        { id: 'passage', label: t('inspector.passage'), content: <PassageTab /> },
        { id: 'entity', label: t('inspector.entity'), content: <EntityTab /> },
        { id: 'notes', label: t('inspector.notes'), content: <NotesTab /> },
        { id: 'outline', label: t('inspector.outline'), content: <OutlineTab /> },
      ]}
    />
  );
}
