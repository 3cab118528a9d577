import type { OutlineItem } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import type { Plan } from '../tree/plan.ts';

/** The line below the title: from how many sources, how many quotations and notes, how many words, and how far it is. */
export function OutlineMeta({ items, plan }: { items: readonly OutlineItem[]; plan: Plan | undefined }) {
  const quotations = items.filter(({ kind }) => kind === 'quotation');
  const sources = new Set(quotations.map(({ sourceId, sourceTitle }) => sourceId ?? sourceTitle)).size;
  const notes = items.filter(({ kind }) => kind === 'note').length;
  const { words = 0, target = null, done = 0, headings = 0 } = plan ?? {};
  const facts = [
    t('outline.meta', { sources, quotations: quotations.length, notes }),
    target === null ? t('outline.words', { words }) : t('outline.wordsOf', { words, target }),
    ...(headings === 0 ? [] : [t('outline.headingsDone', { done, headings })]),
  ];
  return <p className="outline-meta">{facts.join(' · ')}</p>;
}
