import { Reader } from '../reader/index.ts';
import { Halves } from '../ui/index.ts';
import { useFacsimile, usePagedSource } from './facsimile.ts';
import { FacsimilePane } from './facsimile-pane.tsx';

/** The view "Read": the text, and beside it the pages it was taken from where they are wanted. */
export function ReadView() {
  const source = usePagedSource();
  const isShown = useFacsimile();
  return (
    <Halves isHalved={isShown}>
      <div className="read-half">
        <Reader />
      </div>
      {isShown && source && <FacsimilePane key={source.id} source={source} />}
    </Halves>
  );
}
