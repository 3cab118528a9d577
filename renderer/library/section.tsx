import { ChevronRight, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber, t } from '../i18n/index.ts';
import type { Answer } from '../state/index.ts';
import { createStore, useStore } from '../state/index.ts';
import { IconButton } from '../ui/index.ts';

/** Which sections are folded away; kept while the window lives. */
const folded = createStore<{ readonly ids: ReadonlySet<string> }>({ ids: new Set() });

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number | undefined;
  readonly addLabel?: string;
  readonly onAdd?: (() => void) | undefined;
  readonly answer: Pick<Answer<unknown>, 'loading' | 'failure'>;
  /** What is said where the tree would be empty. */
  readonly empty: string;
  /** Whether it would be, where that does not follow from the count. */
  readonly isEmpty?: boolean;
  /** Buttons before the add button. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A heading of the Library with its count and its add button, and the tree below it. */
export function Section({
  id,
  title,
  count,
  addLabel,
  onAdd,
  answer,
  empty,
  isEmpty = count === 0,
  tools,
  children,
}: SectionProps) {
  const isFolded = useStore(folded, (now) => now.ids).has(id);
  const region = useId();
  const toggle = () =>
    folded.set(({ ids }) => ({
      ids: isFolded ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id]),
    }));
  return (
    <section className="library-section">
      <div className="library-head">
        <h2>
          <Button
            className="library-title"
            aria-expanded={!isFolded}
            {...(isFolded ? {} : { 'aria-controls': region })}
            onPress={toggle}
          >
            {title}
            <ChevronRight aria-hidden size={11} className={isFolded ? 'fold' : 'fold open'} />
          </Button>
        </h2>
        {tools}
        {addLabel && onAdd && <IconButton label={addLabel} icon={Plus} onPress={onAdd} />}
        {count !== undefined && <span className="library-total">{formatNumber(count)}</span>}
      </div>
      {!isFolded && (
        <div id={region}>
          {answer.failure ? (
            <p className="library-words">{t('library.failed')}</p>
          ) : isEmpty && !answer.loading ? (
            <p className="library-words">{empty}</p>
          ) : (
            children
          )}
        </div>
      )}
    </section>
  );
}
