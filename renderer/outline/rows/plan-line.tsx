import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import type { OutlineItem, OutlineStatus } from '../../../main/contract/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import type { Plan } from '../tree/plan.ts';
import './plan-line.css';

const SIGNS = { 'to-do': Circle, draft: CircleDot, done: CircleCheck } as const;

/** How far a heading is. The words say it; the sign is for the eye that runs down the outline. */
export function StatusSign({ status }: { status: OutlineStatus }) {
  const Sign = SIGNS[status];
  return (
    <span className="item-status" data-status={status}>
      <Sign aria-hidden size={12} />
      {t(`outline.status.${status}`)}
    </span>
  );
}

/** Below the words of an item: how far it is, how many of the headings below are done, and its gist. */
export function PlanLine({ item, plan }: { item: OutlineItem; plan: Plan }) {
  const { status, gist } = item;
  const isHeading = item.kind === 'heading' && (status !== null || plan.headings > 0);
  if (!isHeading && gist === '') return null;
  return (
    <p className="plan-line">
      {isHeading && status !== null && <StatusSign status={status} />}
      {isHeading && plan.headings > 0 && (
        <span className="plan-done">{t('outline.headingsDone', { done: plan.done, headings: plan.headings })}</span>
      )}
      {gist !== '' && <span dir="auto">{gist}</span>}
    </p>
  );
}

/** The words of an item with all below it; where there is a target, how much of it is written. */
export function WordCount({ plan: { words, target } }: { plan: Plan }) {
  if (target === null) {
    return (
      <span className="row-count" title={t('outline.words', { words })}>
        {formatNumber(words)}
        <span className="visually-hidden"> {t('outline.wordsUnit', { words })}</span>
      </span>
    );
  }
  return (
    <span className="row-count" title={t('outline.wordsOf', { words, target })}>
      <span aria-hidden="true">
        {formatNumber(words)} / {formatNumber(target)}
      </span>
      <span className="visually-hidden">{t('outline.wordsOf', { words, target })}</span>
      <span className="count-track" aria-hidden="true">
        <span className="count-fill" style={{ inlineSize: `${Math.min(100, (100 * words) / target)}%` }} />
      </span>
    </span>
  );
}
