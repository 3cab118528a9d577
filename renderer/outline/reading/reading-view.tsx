import { useMemo } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { formatDates, t } from '../../i18n/index.ts';
import { NoteReading } from '../../notes/index.ts';
import { useQuery } from '../../state/index.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useZoom } from '../model/zoom.ts';
import { sourceLine } from '../rows/row-content.tsx';
import { numbersOf } from '../tree/rows.ts';
import { branchOf, flatten, isWithin, type Tree, treeOf } from '../tree/tree.ts';

/** The chosen branch as running text; where nothing with a branch is chosen, the one zoomed into, or the whole outline. */
export function ReadingView({ model }: { model: OutlineModel }) {
  const items = useOutline(model, (state) => state.items);
  const chosen = useOutline(model, (state) => state.chosen);
  const isNumbered = useOutline(model, (state) => state.isNumbered);
  const tree = useMemo(() => treeOf(items), [items]);
  const numbers = useMemo(() => numbersOf(tree), [tree]);
  const zoom = useZoom(model);
  const root = chosen !== null && branchOf(tree, chosen).length > 1 ? chosen : zoom;
  const shown = flatten(tree).filter(({ id }) => root === null || isWithin(tree, id, root));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
    <article className="outline-reading" aria-label={t('outline.reading')} tabIndex={0}>
      {shown.map((item) => (
        <Part
          key={item.id}
          item={item}
          level={levelOf(tree, item)}
          number={isNumbered ? (numbers.get(item.id) ?? '') : ''}
        />
      ))}
    </article>
  );
}

function Part({ item, level, number }: { item: OutlineItem; level: number; number: string }) {
  switch (item.kind) {
    case 'heading': {
      const Heading = HEADINGS[Math.min(level, HEADINGS.length - 1)] ?? 'h6';
      return <Heading dir="auto">{number ? `${number} ${item.text}` : item.text}</Heading>;
    }
    case 'text':
      return <p dir="auto">{item.text}</p>;
    case 'quotation':
      return (
        <figure className="reading-quotation" data-colour={item.colour}>
          <p dir="auto">{item.text}</p>
          <cite>
            {sourceLine({ ...item, tags: [] })}
            {!item.resolved && <span className="item-unresolved"> · {t('outline.unresolved')}</span>}
          </cite>
        </figure>
      );
    case 'note':
      return item.refId === null ? (
        <p dir="auto">{item.text}</p>
      ) : (
        <NoteReading noteId={item.refId} level={level + 2} />
      );
    case 'entity':
      return <EntityText item={item} />;
  }
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** How many headings stand above the item. */
function levelOf(tree: Tree, item: OutlineItem): number {
  let level = 0;
  for (let at = tree.byId.get(item.parentId ?? ''); at; at = tree.byId.get(at.parentId ?? ''))
    if (at.kind === 'heading') level++;
  return level;
}

function EntityText({ item }: { item: OutlineItem }) {
  const { data } = useQuery('entities.get', item.refId === null ? null : { id: item.refId });
  return (
    <p dir="auto">
      <strong>{item.text}</strong>
      {data?.dates && ` (${formatDates(data.dates)})`}
      {data?.description && `. ${data.description}`}
    </p>
  );
}
