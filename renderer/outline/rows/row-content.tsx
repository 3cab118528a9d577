import type { OutlineItem } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { EntitySign } from '../../ui/index.ts';
import { shorten } from '../model/shorten.ts';
import type { Plan } from '../tree/plan.ts';
import type { Twin } from '../tree/twins.ts';
import { PlanLine } from './plan-line.tsx';

export interface RowContentProps {
  readonly item: OutlineItem;
  readonly number: string;
  readonly plan: Plan;
  /** Where else its passage is quoted. */
  readonly twins: readonly Twin[];
  readonly onTwin: (id: string) => void;
}

/** What an item says, in the look of its kind. */
export function RowContent(props: RowContentProps) {
  return (
    <div className="item">
      <Words {...props} />
      <PlanLine item={props.item} plan={props.plan} />
    </div>
  );
}

function Words({ item, number, twins, onTwin }: RowContentProps) {
  switch (item.kind) {
    case 'heading':
      return (
        <div className="item-heading" dir="auto">
          {number && <span className="item-number">{number} </span>}
          {item.text || <em>{t('outline.emptyHeading')}</em>}
        </div>
      );
    case 'text':
      return (
        <div dir="auto">
          <p className="item-text">{item.text || <em>{t('outline.emptyText')}</em>}</p>
          <cite>{t('outline.kind.text')}</cite>
        </div>
      );
    case 'quotation':
      return (
        <div className="item-quotation" data-colour={item.colour} data-unresolved={!item.resolved || undefined}>
          <p dir="auto">{item.text}</p>
          <cite dir="auto">
            {sourceLine(item)}
            {twins.slice(0, MOST_TWINS).map(({ id, under }) => (
              <span key={id}>
                {' · '}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the item's menu and the panel "Item" for it */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions: a row of a tree may not hold buttons */}
                <span className="item-twin" onClick={() => onTwin(id)}>
                  {alsoAt(under)}
                </span>
              </span>
            ))}
            {!item.resolved && <span className="item-unresolved"> · {t('outline.unresolved')}</span>}
          </cite>
        </div>
      );
    case 'note':
      return (
        <div dir="auto">
          <p className="item-text">{item.text}</p>
          <NoteFacts item={item} />
        </div>
      );
    case 'entity':
      return <EntityRow item={item} />;
  }
}

/** More places of a passage than these are named in the panel "Item" only. */
const MOST_TWINS = 3;

/** `also at 2.3` */
export function alsoAt(under: string): string {
  return under === '' ? t('outline.alsoAtTop') : t('outline.alsoAt', { under: shorten(under) });
}

/** `Josef Stalin, ¶ 38 · triumvirate` */
export function sourceLine(item: OutlineItem): string {
  return [`${item.sourceTitle ?? ''}, ${item.locator ?? ''}`, ...(item.tags ?? [])].join(' · ');
}

function NoteFacts({ item }: { item: OutlineItem }) {
  const note = useQuery('notes.list', {}).data?.find(({ id }) => id === item.refId);
  return (
    <cite>
      {t('outline.noteFacts', { words: note?.words ?? item.words, quotations: note?.quotations ?? 0 })}
      {!item.resolved && <span className="item-unresolved"> · {t('outline.unresolvedNote')}</span>}
    </cite>
  );
}

function EntityRow({ item }: { item: OutlineItem }) {
  const entity = useQuery('entities.list', {}).data?.find(({ id }) => id === item.refId);
  return (
    <div className="item-entity">
      <EntitySign type={entity?.type ?? 'concept'} />
      <div dir="auto">
        <p className="item-text">{item.text}</p>
        <cite>
          {entity?.description || t('outline.kind.entity')}
          {!item.resolved && <span className="item-unresolved"> · {t('outline.unresolvedEntity')}</span>}
        </cite>
      </div>
    </div>
  );
}
