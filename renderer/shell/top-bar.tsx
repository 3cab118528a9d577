import type { ReactNode } from 'react';
import { Tab, TabList } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { SearchBox } from '../search/index.ts';
import { VIEWS } from '../state/index.ts';
import { NotebookMenu } from './notebook-menu.tsx';

/** The top bar: whose notebook this is, the search box, the views. Stands inside the tabs of the views. */
export function TopBar({ toggles }: { toggles: ReactNode }) {
  return (
    <header className="top-bar">
      <NotebookMenu />
      <SearchBox />
      <div className="top-end">
        <TabList aria-label={t('frame.views')} className="views">
          {VIEWS.map((view) => (
            <Tab key={view} id={view} className="view-tab">
              {t(`frame.view.${view}`)}
            </Tab>
          ))}
        </TabList>
        {toggles}
      </div>
    </header>
  );
}
