import { useState } from 'react';
import type { Trashed } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatMoment, t } from '../i18n/index.ts';
import { failureSentence, tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, notebook, useQuery, useStore } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

/** What was deleted and can be had back; or deleted for good, which is asked about first. */
export function TrashDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const { data, failure } = useQuery('trash.list', {});
  const isReadOnly = useStore(notebook, (now) => now.status?.readOnly ?? true);
  const [isAsked, setAsked] = useState(false);
  const going = data?.filter(({ needed }) => !needed).length ?? 0;
  const staying = (data?.length ?? 0) - going;

  const restore = async ({ noun, id, title }: Trashed) => {
    try {
      await doDeed(client, 'trash.restore', { noun, id });
      tell({ tone: 'status', key: 'trash.restored', values: { name: title } });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };
  const empty = async () => {
    setAsked(false);
    try {
      const { left } = await client.call('trash.empty', {});
      tell({ tone: 'status', key: 'trash.emptied', values: { gone: going, left } });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };

  const question = (
    <>
      <p role="alert" className="trash-question">
        {t('trash.ask', { gone: going, left: staying })}
      </p>
      <Button autoFocus onPress={() => setAsked(false)}>
        {t('ui.cancel')}
      </Button>
      <Button onPress={() => void empty()}>{t('trash.deleteForGood')}</Button>
    </>
  );
  const offer = (
    <Button isDisabled={going === 0} onPress={() => setAsked(true)}>
      {t('trash.emptyIt')}
    </Button>
  );
  const actions = isAsked ? question : offer;
  return (
    <Dialog title={t('trash.title')} onClose={onClose} actions={isReadOnly || !data?.length ? undefined : actions}>
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.length === 0 && <p className="report-sum">{t('trash.empty')}</p>}
      <ul className="report-list">
        {data?.map((thing) => (
          <li key={`${thing.noun} ${thing.id}`} className="report-file">
            <div>
              <strong dir="auto">{thing.title || t('library.untitled')}</strong>
              <p>
                {t(`noun.${thing.noun}`)} · {formatMoment(thing.at)}
                {thing.needed && <> · {t('trash.needed')}</>}
              </p>
            </div>
            <Button isDisabled={isReadOnly} onPress={() => void restore(thing)}>
              {t('trash.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
