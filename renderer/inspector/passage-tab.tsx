import { t } from '../i18n/index.ts';
import { currentTarget, shorten, textPort } from '../passage/index.ts';
import { selection, useQuery, useStoreAfterPaint } from '../state/index.ts';
import { Card } from '../ui/index.ts';
import { HighlightCard } from './highlight-card.tsx';

/** Highlights of a pile shown to choose from; a place with more is rare, and the margin counts them. */
const MOST_OTHERS = 12;

/** The highlights at the caret, the one in focus in full; or the words selected; or how to begin. */
export function PassageTab() {
  const ids = useStoreAfterPaint(selection, (now) => now.highlightIds);
  const passage = useStoreAfterPaint(selection, (now) => now.passage);
  const [focused, ...others] = ids;
  if (focused === undefined && !passage) {
    return (
      <div className="inspector-empty">
        <p>{t('inspector.nothing')}</p>
        <p>{t('inspector.nothingText')}</p>
      </div>
    );
  }
  return (
    <>
      {passage && currentTarget()?.kind === 'passage' && (
        <Card label={t('inspector.selected')}>
          <blockquote className="inspector-quote" dir="auto">
            {shorten(passage.quote, 400)}
          </blockquote>
          <p className="inspector-quiet">{t('inspector.selectedText')}</p>
        </Card>
      )}
      {focused !== undefined && <HighlightCard key={focused} id={focused} />}
      {others.length > 0 && (
        <>
          <h2 className="section-title">{t('inspector.pile', { count: others.length })}</h2>
          <ul className="inspector-pile">
            {others.slice(0, MOST_OTHERS).map((id) => (
              <PileEntry key={id} id={id} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Another highlight of the same place, to be brought into focus. */
function PileEntry({ id }: { id: string }) {
  const highlight = useQuery('highlights.get', { id }).data;
  if (!highlight) return null;
  return (
    <li>
      <button
        type="button"
        className="inspector-entry"
        data-colour={highlight.colour}
        onClick={() => {
          const { highlightIds } = selection.get();
          textPort.get().port?.focusOn(highlight);
          selection.set({ highlightIds: [id, ...highlightIds.filter((each) => each !== id)] });
        }}
      >
        <span className="inspector-entry-quote" dir="auto">
          {shorten(highlight.quote, 120)}
        </span>
        <span className="inspector-place">{[highlight.locator, ...highlight.tags].join(' · ')}</span>
      </button>
    </li>
  );
}
