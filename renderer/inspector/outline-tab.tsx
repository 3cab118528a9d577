import type { OutlineItem } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { shorten } from '../passage/index.ts';
import { go, place, useQuery, useStore } from '../state/index.ts';
import { numbered } from './numbering.ts';

/** The outline used last, as a compact list; choosing an item goes to what it stands for. */
export function OutlineTab() {
  const last = useStore(place, (now) => now.outlineId);
  const outlines = useQuery('outlines.list', {}).data;
  const chosen = outlines?.find(({ id }) => id === last) ?? outlines?.[0];
  const outline = useQuery('outlines.get', chosen ? { id: chosen.id } : null).data;
  if (!outline) {
    return (
      <div className="inspector-empty">
        <p>{t('inspector.noOutline')}</p>
        <p>{t('inspector.noOutlineText')}</p>
      </div>
    );
  }
  return (
    <>
      <h2 className="section-title">{t('inspector.outlineTitle', { title: outline.title })}</h2>
      {outline.tree.length === 0 && <p className="inspector-quiet">{t('inspector.emptyOutline')}</p>}
      <ol className="inspector-outline">
        {numbered(outline.tree).map(({ item, depth, number }) => (
          <li key={item.id} style={{ paddingInlineStart: `${depth * 16}px` }} data-kind={item.kind}>
            <button type="button" className="inspector-item" onClick={() => open(item)} dir="auto">
              {textOf(item, number)}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

function textOf(item: OutlineItem, number: string): string {
  switch (item.kind) {
    case 'heading':
      return `${number} ${item.text}`.trim();
    case 'quotation':
      return `“${shorten(item.text, 36)}” ${item.locator ?? ''}`.trim();
    case 'note':
      return t('inspector.noteItem', { title: item.text });
    case 'entity':
    case 'text':
      return shorten(item.text, 60);
  }
}

function open(item: OutlineItem): void {
  if (item.kind === 'quotation' && item.resolved && item.sourceId !== undefined && item.refId !== null) {
    go({ view: 'read', sourceId: item.sourceId, highlightId: item.refId });
  } else if (item.kind === 'note' && item.resolved) go({ view: 'notes', noteId: item.refId });
  else if (item.kind === 'entity' && item.resolved) go({ view: 'entities', entityId: item.refId });
  else go({ view: 'outline', outlineId: item.outlineId });
}
