import { formatNumber, t } from '../i18n/index.ts';
import './safety.css';

/** The parts of a researcher's work, as they are counted. */
const COUNTED = ['sources', 'highlights', 'tags', 'entities', 'mentions', 'notes', 'outlines'] as const;

/** How many there are of each part of a researcher's work. */
export function WorkCounts({ counts }: { counts: Readonly<Record<string, number>> }) {
  return (
    <dl className="work-counts">
      {COUNTED.map((part) => (
        <div key={part}>
          <dt>{t(`recovery.saved.${part}`)}</dt>
          <dd>{formatNumber(counts[part] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
