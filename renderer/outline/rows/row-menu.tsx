import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { openDialog } from '../../state/index.ts';
import { MenuEntries, type MenuEntry } from '../../ui/index.ts';
import { copyItems, followItem, stepItems, takeOut } from '../model/actions.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { showItem, shownOf, zoomOut, zoomTo } from '../model/zoom.ts';
import { type Step, stepMoves } from '../tree/steps.ts';
import type { Tree } from '../tree/tree.ts';
import type { Twin } from '../tree/twins.ts';
import { alsoAt } from './row-content.tsx';

export interface RowMenuProps {
  readonly model: OutlineModel;
  readonly tree: Tree;
  /** The items it is for, in reading order. */
  readonly ids: readonly string[];
  /** Where else the passage of the item is quoted. */
  readonly twins: readonly Twin[];
  /** Where it opens, in the window's pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

const MOVES: readonly { readonly step: Step; readonly key: `outline.move.${Step}`; readonly shortcut: string }[] = [
  { step: 'up', key: 'outline.move.up', shortcut: 'Alt+ArrowUp' },
  { step: 'down', key: 'outline.move.down', shortcut: 'Alt+ArrowDown' },
  { step: 'in', key: 'outline.move.in', shortcut: 'Alt+ArrowRight' },
  { step: 'out', key: 'outline.move.out', shortcut: 'Alt+ArrowLeft' },
];

/** Everything that can be done with the chosen items, by menu: right click, the menu key or Shift+F10. */
export function RowMenu({ model, tree, ids, twins, at, isReadOnly, onClose }: RowMenuProps) {
  const client = useClient();
  const anchor = useRef<HTMLSpanElement>(null);
  const item = tree.byId.get(ids[0] ?? '');
  if (!item) return null;
  const { root, items } = shownOf(model);
  const forOne: MenuEntry =
    item.kind === 'heading' || item.kind === 'text'
      ? {
          id: 'edit',
          label: t('outline.edit'),
          shortcut: 'F2',
          isDisabled: isReadOnly,
          run: () => model.state.set({ editing: item.id }),
        }
      : {
          id: 'follow',
          label: t(`outline.follow.${item.kind}`),
          shortcut: 'Enter',
          run: () => void followItem(client, item),
        };
  const entries: MenuEntry[] = [
    ...(ids.length === 1 ? [forOne, ...forPlaces(model, item.id, twins)] : []),
    ...MOVES.map(
      ({ step, key, shortcut }, index): MenuEntry => ({
        id: step,
        label: t(key),
        shortcut,
        startsGroup: index === 0 && ids.length === 1,
        isDisabled: isReadOnly || stepMoves(items, ids, step).length === 0,
        run: () => void stepItems(model, ids, step),
      }),
    ),
    {
      id: 'copy',
      label: t(ids.some((id) => tree.byId.get(id)?.kind === 'quotation') ? 'passage.copy' : 'outline.copy'),
      shortcut: 'Mod+C',
      startsGroup: true,
      run: () => copyItems(client, model, ids),
    },
    {
      id: 'remove',
      label: t('outline.takeOut'),
      shortcut: 'Delete',
      startsGroup: true,
      isDisabled: isReadOnly,
      run: () => void takeOut(client, model, ids),
    },
  ];
  if (ids.length === 1) {
    entries.splice(-1, 0, {
      id: 'export',
      label: t('outline.exportBranch'),
      run: () => openDialog({ kind: 'export', subject: { kind: 'outline', id: model.id, branch: item.id } }),
    });
  }
  if (root !== null) {
    entries.push({
      id: 'zoom-out',
      label: t('outline.zoomOut'),
      shortcut: 'Mod+Backspace',
      startsGroup: true,
      run: () => void zoomOut(model),
    });
  }
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ insetInlineStart: at.x, insetBlockStart: at.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <MenuEntries label={t('outline.itemMenu', { count: ids.length })} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
}

/** The branch of an item alone, and the other places of its passage. */
function forPlaces(model: OutlineModel, id: string, twins: readonly Twin[]): MenuEntry[] {
  return [
    { id: 'zoom-in', label: t('outline.zoomIn'), shortcut: 'Mod+Enter', run: () => zoomTo(model, id) },
    ...twins.map(
      (twin): MenuEntry => ({ id: `twin-${twin.id}`, label: alsoAt(twin.under), run: () => showItem(model, twin.id) }),
    ),
  ];
}
