import type { ReactNode } from 'react';
import { SearchBox } from '../search/index.ts';
import { notebook, useStore } from '../state/index.ts';
import { NotebookMenu } from './notebook-menu.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** The top bar: whose notebook this is, the search box, the views. */
export function TopBar({ toggles }: { toggles: ReactNode }) {
  const name = useStore(notebook, (now) => now.status?.name ?? '');
  return (
    <header className="top-bar">
      <h1 className="visually-hidden">{name}</h1>
      <NotebookMenu />
      <SearchBox />
      <div className="top-end">
        <ViewSwitch />
        {toggles}
      </div>
    </header>
  );
}
