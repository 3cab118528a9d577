import { place, useStore } from '../state/index.ts';
import { OutlineList } from './list/outline-list.tsx';
import { useOutlineModel } from './model/models.ts';
import { OutlinePage } from './page/outline-page.tsx';

/** The view "Outline": the chosen outline, or all of them. */
export function OutlineView() {
  const outlineId = useStore(place, (now) => now.outlineId);
  return outlineId === null ? <OutlineList /> : <OneOutline key={outlineId} id={outlineId} />;
}

function OneOutline({ id }: { id: string }) {
  return <OutlinePage model={useOutlineModel(id)} />;
}
