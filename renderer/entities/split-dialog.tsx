import { useState } from 'react';
import type { Entity } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { FormDialog } from '../forms/index.ts';
import { t } from '../i18n/index.ts';
import { tell, useDeed } from '../messages/index.ts';
import { doDeed, go, useQuery } from '../state/index.ts';
import { Checkbox, TextField } from '../ui/index.ts';
import { afterWords, beforeWords } from './surroundings.ts';
import './split-dialog.css';

const MOST_SHOWN = 500;

/** Splits some passages off an entity: they become those of a new one. */
export function SplitDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const mentions = useQuery('mentions.list', { entityId: entity.id, limit: MOST_SHOWN }).data ?? [];
  const client = useClient();
  const act = useDeed();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);

  const split = async () => {
    setTried(true);
    if (name.trim() === '' || chosen.size === 0) return false;
    const made = await doDeed(client, 'entities.split', { id: entity.id, mentionIds: [...chosen], name });
    go({ view: 'entities', entityId: made.id });
    tell({
      tone: 'status',
      key: 'entities.splitDone',
      values: { count: chosen.size, name: made.name },
      action: { label: 'entities.undo', run: () => void act('history.undo', {}) },
    });
    return true;
  };
  const choose = (id: string, isChosen: boolean) =>
    setChosen((now) => new Set(isChosen ? [...now, id] : [...now].filter((each) => each !== id)));

  return (
    <FormDialog
      title={t('entities.splitTitle', { name: entity.name })}
      submitLabel={t('entities.splitShort')}
      onSubmit={split}
      onClose={onClose}
      size="medium"
    >
      <p className="entity-quiet">{t('entities.splitHelp')}</p>
      <TextField
        label={t('entities.name')}
        value={name}
        onChange={setName}
        autoFocus
        error={tried && name.trim() === '' ? t('entities.nameMissing') : undefined}
      />
      <fieldset className="split-passages">
        <legend className="field-label">{t('entities.passages')}</legend>
        {mentions.map((mention) => (
          <Checkbox
            key={mention.id}
            isSelected={chosen.has(mention.id)}
            onChange={(isChosen) => choose(mention.id, isChosen)}
          >
            <span dir="auto">
              {beforeWords(mention.before)}
              <strong>{mention.quote}</strong>
              {afterWords(mention.after)}{' '}
              <span className="entity-quiet">
                {mention.sourceTitle} · {mention.locator}
              </span>
            </span>
          </Checkbox>
        ))}
      </fieldset>
      {tried && chosen.size === 0 && <p role="alert">{t('entities.splitNone')}</p>}
    </FormDialog>
  );
}
