import type { OutlineItem } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';

/** The line below the title: from how many sources, how many quotations and notes, how many words. */
export function OutlineMeta({ items }: { items: readonly OutlineItem[] }) {
  const quotations = items.filter(({ kind }) => kind === 'quotation');
  const sources = new Set(quotations.map(({ sourceId, sourceTitle }) => sourceId ?? sourceTitle)).size;
  const notes = items.filter(({ kind }) => kind === 'note').length;
  const words = items.reduce((sum, item) => sum + item.words, 0);
  return <p className="outline-meta">{t('outline.meta', { sources, quotations: quotations.length, notes, words })}</p>;
}
