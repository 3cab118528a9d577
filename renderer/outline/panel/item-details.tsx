import { useState } from 'react';
import type { OutlineItem } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { notebook, useStore } from '../../state/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import { followItem, stepItem, takeOut } from '../model/actions.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useRows } from '../model/use-rows.ts';
import { sourceLine } from '../rows/row-content.tsx';
import { type Step, stepPlace } from '../tree/steps.ts';

/** The chosen item: its words, where it comes from, and every way to move it, as buttons. */
export function ItemDetails({ model }: { model: OutlineModel }) {
  const client = useClient();
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? false);
  const chosen = useOutline(model, (state) => state.chosen);
  const { tree } = useRows(model);
  const item = chosen === null ? undefined : tree.byId.get(chosen);
  if (!item) return <p className="panel-help">{t('outline.noItem')}</p>;
  const isWords = item.kind === 'heading' || item.kind === 'text';
  return (
    <div className="item-facts" data-colour={item.colour}>
      {isWords ? (
        <Words key={item.id} item={item} isReadOnly={isReadOnly} onSave={(text) => model.reword(item.id, text)} />
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
      {!isWords && <Button onPress={() => void followItem(client, item)}>{t(`outline.follow.${item.kind}`)}</Button>}
      <div className="item-buttons">
        {STEPS.map((step) => (
          <Button
            key={step}
            isDisabled={isReadOnly || stepPlace(tree, item.id, step) === null}
            onPress={() => void stepItem(model, item.id, step)}
          >
            {t(`outline.move.${step}`)}
          </Button>
        ))}
        <Button isDisabled={isReadOnly} onPress={() => void takeOut(client, model, item.id)}>
          {t('outline.takeOut')}
        </Button>
      </div>
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
