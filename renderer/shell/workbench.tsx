import { AnalyseView } from '../analyse/index.ts';
import { EntitiesPanel, EntitiesView } from '../entities/index.ts';
import { t } from '../i18n/index.ts';
import { Inspector } from '../inspector/index.ts';
import { NotesPanel, NotesView } from '../notes/index.ts';
import { OutlinePanel, OutlineView } from '../outline/index.ts';
import { Reader } from '../reader/index.ts';
import { place, useStore, type View } from '../state/index.ts';
import { ErrorBoundary } from '../ui/index.ts';
import './workbench.css';

/** The window with a notebook open: top bar, Library, the view, the Inspector, status bar. */
export function Workbench() {
  const view = useStore(place, (now) => now.view);
  const panel = panelOf(view);
  return (
    <div className="workbench" data-panel={panel !== null}>
      <main className="centre" aria-label={t(`frame.view.${view}`)}>
        <ErrorBoundary resetKey={view}>{centreOf(view)}</ErrorBoundary>
      </main>
      {panel && (
        <aside className="panel" aria-label={t('frame.inspector')}>
          <ErrorBoundary resetKey={view}>{panel}</ErrorBoundary>
        </aside>
      )}
    </div>
  );
}

function centreOf(view: View) {
  switch (view) {
    case 'read':
      return <Reader />;
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
