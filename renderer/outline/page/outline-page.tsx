import { useMemo, useState } from 'react';
import { useClient } from '../../client/index.ts';
import { type Command, useCommands } from '../../commands/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence, tell, tellFailure } from '../../messages/index.ts';
import { doDeed, failureOf, go, notebook, openDialog, useIsInTrash, useStore } from '../../state/index.ts';
import { Button, EmptyState, type MenuEntry } from '../../ui/index.ts';
import { BESIDE, beside } from '../beside/beside.ts';
import { writeNew } from '../model/actions.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useRows } from '../model/use-rows.ts';
import { shownOf, useZoom, zoomOut, zoomTo } from '../model/zoom.ts';
import { newOutline } from '../new-outline.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { OutlineTree } from '../rows/outline-tree.tsx';
import { childrenOf } from '../tree/tree.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { OutlineMeta } from './outline-meta.tsx';
import { OutlineTitle } from './outline-title.tsx';
import { OutlineToolbar } from './outline-toolbar.tsx';
import './outline-page.css';

/** One outline: its title and facts, what can be done with it, and its tree or its running text. */
export function OutlinePage({ model }: { model: OutlineModel }) {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const outline = useOutline(model, (state) => state.outline);
  const failure = useOutline(model, (state) => state.failure);
  const isNumbered = useOutline(model, (state) => state.isNumbered);
  const collapsed = useOutline(model, (state) => state.collapsed);
  const { whole, plans, items, tree } = useRows(model);
  const root = useZoom(model);
  const [isReading, setReading] = useState(false);

  const branches = useMemo(
    () => items.flatMap(({ id }) => (childrenOf(tree, id).length > 0 ? [id] : [])),
    [items, tree],
  );
  const isCollapsed = branches.length > 0 && branches.every((id) => collapsed.has(id));

  useCommands(
    useMemo((): readonly Command[] => {
      const available = () => !isReadOnly;
      return [
        {
          id: 'outline.heading',
          label: 'outline.addHeading',
          available,
          run: () => void writeNew(model, 'heading', ''),
        },
        { id: 'outline.text', label: 'outline.addText', available, run: () => void writeNew(model, 'text', '') },
        { id: 'outline.read', label: 'outline.readAsText', run: () => setReading((now) => !now) },
        ...BESIDE.map(
          (what): Command => ({
            id: `outline.beside.${what}`,
            label: `outline.beside.${what}`,
            run: () => beside.set({ what }),
          }),
        ),
        {
          id: 'outline.zoomIn',
          label: 'outline.zoomIn',
          shortcut: 'Mod+Enter',
          local: true,
          available: () => model.state.get().chosen !== null,
          run: () => zoomTo(model, model.state.get().chosen),
        },
        {
          id: 'outline.zoomOut',
          label: 'outline.zoomOut',
          shortcut: 'Mod+Backspace',
          local: true,
          available: () => shownOf(model).root !== null,
          run: () => void zoomOut(model),
        },
        ...LOCAL,
      ];
    }, [model, isReadOnly]),
  );

  if (!outline) return failure ? <CannotOpen model={model} /> : <div aria-busy="true" />;

  const exportOutline = () => {
    const branch = root === null ? {} : { branch: root };
    openDialog({ kind: 'export', subject: { kind: 'outline', id: model.id, ...branch } });
  };
  const remove = async () => {
    try {
      await doDeed(client, 'outlines.remove', { id: model.id });
      go({ view: 'outline', outlineId: null });
      const restore = () => {
        client.call('trash.restore', { noun: 'outline', id: model.id }).then(
          () => go({ view: 'outline', outlineId: model.id }),
          (error: unknown) => tellFailure(failureOf(error)),
        );
      };
      const action = { label: 'outline.restore', run: restore } as const;
      tell({ tone: 'status', key: 'outline.trashed', values: { title: outline.title }, action });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };
  const more: readonly MenuEntry[] = [
    { id: 'list', label: t('outline.all'), run: () => go({ view: 'outline', outlineId: null }) },
    { id: 'new', label: t('outline.new'), isDisabled: isReadOnly, run: () => void newOutline(client) },
    {
      id: 'import',
      label: t('outline.import'),
      isDisabled: isReadOnly,
      run: () => openDialog({ kind: 'import-outline' }),
    },
    { id: 'remove', label: t('outline.remove'), startsGroup: true, isDisabled: isReadOnly, run: () => void remove() },
  ];

  return (
    <div className="outline-page">
      <h1 className="visually-hidden">{outline.title}</h1>
      <OutlineTitle
        id={model.id}
        title={outline.title}
        isReadOnly={isReadOnly}
        onRename={(title) => model.rename(title)}
      />
      <OutlineMeta items={items} plan={plans.get(root)} />
      <OutlineToolbar
        isReadOnly={isReadOnly}
        isNumbered={isNumbered}
        isCollapsed={isCollapsed}
        isReading={isReading}
        onHeading={() => void writeNew(model, 'heading', '')}
        onText={() => void writeNew(model, 'text', '')}
        onNumber={(next) => model.setNumbered(next)}
        onCollapse={(next) => model.setCollapsed(new Set(next ? branches : []))}
        onRead={setReading}
        onExport={exportOutline}
        more={more}
      />
      {root !== null && <Breadcrumbs model={model} title={outline.title} whole={whole} root={root} />}
      {isReading ? (
        <ReadingView model={model} />
      ) : items.length === 0 ? (
        <EmptyState
          title={t(root === null ? 'outline.empty' : 'outline.emptyBranch')}
          actions={
            root !== null && (
              <Button data-landing="" onPress={() => void zoomOut(model)}>
                {t('outline.zoomOut')}
              </Button>
            )
          }
        >
          {t('outline.emptyHelp')}
        </EmptyState>
      ) : (
        <OutlineTree model={model} isReadOnly={isReadOnly} />
      )}
    </div>
  );
}

/** Keys the tree answers itself, for the sheet of shortcuts. */
const LOCAL: readonly Command[] = (
  [
    ['outline.markOn', 'Shift+ArrowDown'],
    ['outline.markAll', 'Mod+A'],
    ['outline.move.up', 'Alt+ArrowUp'],
    ['outline.move.down', 'Alt+ArrowDown'],
    ['outline.move.in', 'Alt+ArrowRight'],
    ['outline.move.out', 'Alt+ArrowLeft'],
    ['outline.edit', 'F2'],
    ['outline.takeOut', 'Delete'],
  ] as const
).map(([label, shortcut]) => ({
  id: label,
  label,
  shortcut,
  local: true,
  available: () => false,
  run: () => undefined,
}));

function CannotOpen({ model }: { model: OutlineModel }) {
  const client = useClient();
  const failure = useOutline(model, (state) => state.failure);
  const isGone = failure?.code === 'not-found';
  const isInTrash = useIsInTrash('outline', isGone ? model.id : null);
  if (!failure) return null;
  const restore = () => {
    client.call('trash.restore', { noun: 'outline', id: model.id }).then(
      () => model.refresh(),
      (error: unknown) => tellFailure(failureOf(error)),
    );
  };
  return (
    <EmptyState
      title={t('outline.cannotOpen')}
      actions={
        <>
          {isGone ? (
            isInTrash && <Button onPress={restore}>{t('outline.restore')}</Button>
          ) : (
            <Button onPress={() => model.refresh()}>{t('ui.tryAgain')}</Button>
          )}
          <Button onPress={() => go({ view: 'outline', outlineId: null })}>{t('outline.all')}</Button>
        </>
      }
    >
      {failureSentence(failure)}
    </EmptyState>
  );
}
