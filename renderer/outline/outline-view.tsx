import { place, useStore } from '../state/index.ts';
import { Halves } from '../ui/index.ts';
import { useBeside } from './beside/beside.ts';
import { BesidePane } from './beside/beside-pane.tsx';
import { OutlineList } from './list/outline-list.tsx';
import { useOutlineModel } from './model/models.ts';
import { OutlinePage } from './page/outline-page.tsx';

/** The view "Outline": the chosen outline, alone or side by side with something, or all of them. */
export function OutlineView() {
  const outlineId = useStore(place, (now) => now.outlineId);
  return outlineId === null ? <OutlineList /> : <OneOutline key={outlineId} id={outlineId} />;
}

function OneOutline({ id }: { id: string }) {
  const model = useOutlineModel(id);
  const what = useBeside();
  return (
    <Halves isHalved={what !== null}>
      <OutlinePage model={model} />
      {what !== null && <BesidePane model={model} what={what} />}
    </Halves>
  );
}
