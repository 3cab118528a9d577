import type { ReactNode } from 'react';
import { SearchBox } from '../search/index.ts';
import { NotebookMenu } from './notebook-menu.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** The top bar: whose notebook this is, the search box, the views. */
export function TopBar({ toggles }: { toggles: ReactNode }) {
  return (
    <header className="top-bar">
      <NotebookMenu />
      <SearchBox />
      <div className="top-end">
        <ViewSwitch />
        {toggles}
      </div>
    </header>
  );
}
