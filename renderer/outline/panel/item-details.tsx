import { useState } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { notebook, useStore } from '../../state/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import { copyItems, followItem, stepItems, takeOut } from '../model/actions.ts';
import { acted } from '../model/choice.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useRows } from '../model/use-rows.ts';
import { showItem, zoomTo } from '../model/zoom.ts';
import { alsoAt, sourceLine } from '../rows/row-content.tsx';
import { type Step, stepMoves } from '../tree/steps.ts';
import { branchOf, type Tree } from '../tree/tree.ts';
import { type Twin, twinsOf } from '../tree/twins.ts';
import { PlanFields } from './plan-fields.tsx';

/** What is chosen: an item with its words and where it comes from, or how many there are; and every way to move it, as buttons. */
export function ItemDetails({ model }: { model: OutlineModel }) {
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const state = useOutline(model, (now) => now);
  const { whole, numbers, items, tree, rows } = useRows(model);
  const ids = acted(tree, rows, state);
  const item = tree.byId.get(ids[0] ?? '');
  if (!item) return <p className="panel-help">{t('outline.noItem')}</p>;
  return (
    <div className="item-facts" data-colour={item.colour}>
      {ids.length === 1 ? (
        <OneItem
          model={model}
          item={item}
          twins={
            item.kind === 'quotation' ? (twinsOf(whole, state.isNumbered ? numbers : new Map()).get(item.id) ?? []) : []
          }
          isReadOnly={isReadOnly}
        />
      ) : (
        <Several tree={tree} ids={ids} />
      )}
      <Moves model={model} items={items} ids={ids} isReadOnly={isReadOnly} />
    </div>
  );
}

interface OneItemProps {
  readonly model: OutlineModel;
  readonly item: OutlineItem;
  readonly twins: readonly Twin[];
  readonly isReadOnly: boolean;
}

function OneItem({ model, item, twins, isReadOnly }: OneItemProps) {
  const client = useClient();
  const isWords = item.kind === 'heading' || item.kind === 'text';
  return (
    <>
      {isWords ? (
        <Words key={item.id} item={item} isReadOnly={isReadOnly} onSave={(text) => model.edit(item.id, { text })} />
      ) : item.kind === 'quotation' ? (
        <>
          <blockquote dir="auto">{item.text}</blockquote>
          <p>{sourceLine(item)}</p>
          {!item.resolved && <p className="item-unresolved">{t('outline.unresolved')}</p>}
        </>
      ) : (
        <p>
          <strong dir="auto">{item.text}</strong>
        </p>
      )}
      <p className="panel-help">{t('outline.words', { words: item.words })}</p>
      <PlanFields
        key={`plan ${item.id}`}
        item={item}
        isReadOnly={isReadOnly}
        onChange={(change) => model.edit(item.id, change)}
      />
      <div className="item-buttons">
        {!isWords && <Button onPress={() => void followItem(client, item)}>{t(`outline.follow.${item.kind}`)}</Button>}
        {item.kind === 'quotation' && (
          <Button onPress={() => copyItems(client, model, [item.id])}>{t('passage.copy')}</Button>
        )}
        {twins.map(({ id, under }) => (
          <Button key={id} onPress={() => showItem(model, id)}>
            {alsoAt(under)}
          </Button>
        ))}
        <Button onPress={() => zoomTo(model, item.id)}>{t('outline.zoomIn')}</Button>
      </div>
    </>
  );
}

function Several({ tree, ids }: { tree: Tree; ids: readonly string[] }) {
  const branches = ids.flatMap((id) => branchOf(tree, id));
  const words = branches.reduce((sum, id) => sum + (tree.byId.get(id)?.words ?? 0), 0);
  return (
    <p role="status">
      {t('outline.several', { count: ids.length, below: branches.length - ids.length })}
      <br />
      <span className="panel-help">{t('outline.words', { words })}</span>
    </p>
  );
}

interface MovesProps {
  readonly model: OutlineModel;
  readonly items: readonly OutlineItem[];
  readonly ids: readonly string[];
  readonly isReadOnly: boolean;
}

function Moves({ model, items, ids, isReadOnly }: MovesProps) {
  const client = useClient();
  return (
    <div className="item-buttons">
      {STEPS.map((step) => (
        <Button
          key={step}
          isDisabled={isReadOnly || stepMoves(items, ids, step).length === 0}
          onPress={() => void stepItems(model, ids, step)}
        >
          {t(`outline.move.${step}`)}
        </Button>
      ))}
      <Button isDisabled={isReadOnly} onPress={() => void takeOut(client, model, ids)}>
        {t('outline.takeOut')}
      </Button>
    </div>
  );
}

const STEPS: readonly Step[] = ['up', 'down', 'in', 'out'];

function Words(props: { item: OutlineItem; isReadOnly: boolean; onSave: (text: string) => void }) {
  const { item, isReadOnly, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? item.text;
  const save = () => {
    setTyped(null);
    if (typed !== null) onSave(typed.trim());
  };
  return (
    <>
      <TextField
        label={item.kind === 'heading' ? t('outline.headingField') : t('outline.textField')}
        lines={item.kind === 'heading' ? 2 : 6}
        value={text}
        isReadOnly={isReadOnly}
        onChange={setTyped}
      />
      <Button isDisabled={isReadOnly || typed === null || typed === item.text} onPress={save}>
        {t('outline.saveWords')}
      </Button>
    </>
  );
}
