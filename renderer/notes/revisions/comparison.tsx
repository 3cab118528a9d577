import { useMemo } from 'react';
import type { NoteRevision } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { compareTexts } from './compare.ts';

interface ComparisonProps {
  readonly older: Pick<NoteRevision, 'title' | 'text'>;
  readonly newer: Pick<NoteRevision, 'title' | 'text'>;
}

/** An earlier text beside what became of it: what was added since is underlined, what was taken out is struck. */
export function Comparison({ older, newer }: ComparisonProps) {
  const title = useMemo(() => compareTexts(older.title, newer.title), [older.title, newer.title]);
  const text = useMemo(() => compareTexts(older.text, newer.text), [older.text, newer.text]);
  const added = title.added + text.added;
  const removed = title.removed + text.removed;
  const isSame = older.title === newer.title && older.text === newer.text;
  return (
    <>
      <p role="status" className="revision-sum">
        {isSame ? t('notes.revisionSame') : t('notes.revisionSince', { added, removed })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <section className="revision-text" tabIndex={0} aria-label={t('notes.revisionComparison')}>
        <h3 dir="auto">
          <Stretches of={title.stretches} />
        </h3>
        <p dir="auto">
          <Stretches of={text.stretches} />
        </p>
      </section>
    </>
  );
}

function Stretches({ of }: { of: ReturnType<typeof compareTexts>['stretches'] }) {
  return of.map(({ kind, text }, index) => {
    // Stretches have no names of their own and are never moved: their place is what they are.
    const key = `${index} ${kind}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    if (kind === 'removed') return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
