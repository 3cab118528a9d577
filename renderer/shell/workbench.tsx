import { PanelLeft, PanelRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { AnalyseView } from '../analyse/index.ts';
import { useCommands } from '../commands/index.ts';
import { EntitiesPanel, EntitiesView, useTypeLooks } from '../entities/index.ts';
import { FacsimileButton, ReadView, useFacsimile } from '../facsimile/index.ts';
import { filterCommands } from '../filter/index.ts';
import { t } from '../i18n/index.ts';
import { Inspector } from '../inspector/index.ts';
import { Library, useLibraryCommands } from '../library/index.ts';
import { NotesPanel, NotesView, useFocusMode } from '../notes/index.ts';
import { OutlinePanel, OutlineView, useBeside } from '../outline/index.ts';
import { inspectorTab } from '../passage/index.ts';
import { ReadingSettingsButton } from '../reader/index.ts';
import { useNotebookCommands } from '../session/index.ts';
import { place, useStore, type View } from '../state/index.ts';
import { ImportArea } from '../transfer/index.ts';
import { ErrorBoundary, ToggleButton } from '../ui/index.ts';
import { Drawer } from './drawer.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useLanding } from './use-landing.ts';
import { useMediaQuery } from './use-media-query.ts';
import { tabId, VIEW_PANEL } from './view-switch.tsx';
import './workbench.css';

/** The window with a notebook open: top bar, Library, the view, the Inspector, status bar. */
export function Workbench() {
  useNotebookCommands();
  useLibraryCommands();
  useTypeLooks();
  useCommands(filterCommands);
  const view = useStore(place, (now) => now.view);
  const centre = useRef<HTMLElement>(null);
  useLanding(centre);
  const panel = panelOf(view);
  // Side by side with something, an outline or a text needs the room of its panel, which becomes a drawer.
  const isFacing = useFacsimile();
  const isHalved = (useBeside() !== null && view === 'outline') || isFacing;
  const narrow = useMediaQuery('(max-width: 1099px)') || isHalved;
  const tiny = useMediaQuery('(max-width: 799px)');
  // A note that stands alone leaves nothing but its page and whether it is saved.
  const isAlone = useFocusMode();
  const [shown, setShown] = useState<'library' | 'panel' | null>(null);
  const toComment = useStore(inspectorTab, (now) => now.toComment);
  // Enter on a highlight leads to its comment, also where the Inspector is folded away.
  useEffect(() => {
    if (narrow && toComment) setShown('panel');
  }, [narrow, toComment]);
  const toggles = (
    <>
      {view === 'read' && <FacsimileButton />}
      {view === 'read' && <ReadingSettingsButton />}
      {tiny && (
        <ToggleButton
          look="quiet"
          label={t('frame.library')}
          isSelected={shown === 'library'}
          onChange={(on) => setShown(on ? 'library' : null)}
        >
          <PanelLeft aria-hidden size={16} />
        </ToggleButton>
      )}
      {narrow && panel && (
        <ToggleButton
          look="quiet"
          label={t('frame.inspector')}
          isSelected={shown === 'panel'}
          onChange={(on) => setShown(on ? 'panel' : null)}
        >
          <PanelRight aria-hidden size={16} />
        </ToggleButton>
      )}
    </>
  );
  const library = (
    <nav className="library" aria-label={t('frame.library')}>
      <ErrorBoundary>
        <Library />
      </ErrorBoundary>
    </nav>
  );
  const side = panel && (
    <aside className="panel" aria-label={t('frame.inspector')}>
      <ErrorBoundary resetKey={view}>{panel}</ErrorBoundary>
    </aside>
  );
  return (
    <div className="workbench">
      {!isAlone && <TopBar toggles={toggles} />}
      <div className="regions">
        {!tiny && !isAlone && library}
        {tiny && !isAlone && shown === 'library' && (
          <Drawer side="start" onClose={() => setShown(null)}>
            {library}
          </Drawer>
        )}
        <main className="centre" ref={centre} tabIndex={-1}>
          <div id={VIEW_PANEL} role="tabpanel" aria-labelledby={tabId(view)} className="view">
            <ErrorBoundary resetKey={view}>{centreOf(view)}</ErrorBoundary>
          </div>
        </main>
        {!narrow && !isAlone && side}
        {narrow && !isAlone && shown === 'panel' && (
          <Drawer side="end" onClose={() => setShown(null)}>
            {side}
          </Drawer>
        )}
      </div>
      <StatusBar />
      <ImportArea />
    </div>
  );
}

function centreOf(view: View) {
  switch (view) {
    case 'read':
      return <ReadView />;
    case 'notes':
      return <NotesView />;
    case 'outline':
      return <OutlineView />;
    case 'entities':
      return <EntitiesView />;
    case 'analyse':
      return <AnalyseView />;
  }
}

function panelOf(view: View) {
  switch (view) {
    case 'read':
      return <Inspector />;
    case 'notes':
      return <NotesPanel />;
    case 'outline':
      return <OutlinePanel />;
    case 'entities':
      return <EntitiesPanel />;
    case 'analyse':
      return null;
  }
}
