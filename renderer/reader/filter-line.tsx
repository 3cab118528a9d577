import { isOpen } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { filtering, reading, useStore } from '../state/index.ts';

/** Says below the text that a filter leaves highlights out, so that nobody thinks they are lost. */
export function FilterLine() {
  const { filter, rest } = useStore(filtering, (now) => now);
  const marks = useStore(reading, (now) => now.marks);
  if (isOpen(filter) || !marks) return null;
  return (
    <p className="reader-filter-line" role="status">
      {t('filter.shown', { ...marks, rest })}
    </p>
  );
}
