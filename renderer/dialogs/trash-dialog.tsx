import type { Trashed } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { formatMoment, t } from '../i18n/index.ts';
import { failureSentence, tell, tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';

/** What was deleted and can be had back. */
export function TrashDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const { data, failure } = useQuery('trash.list', {});
  const restore = async ({ noun, id, title }: Trashed) => {
    try {
      await doDeed(client, 'trash.restore', { noun, id });
      tell({ tone: 'status', key: 'trash.restored', values: { name: title } });
    } catch (error) {
      tellFailure(failureOf(error));
    }
  };
  return (
    <Dialog title={t('trash.title')} onClose={onClose}>
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {data?.length === 0 && <p className="report-sum">{t('trash.empty')}</p>}
      <ul className="report-list">
        {data?.map((thing) => (
          <li key={`${thing.noun} ${thing.id}`} className="report-file">
            <div>
              <strong dir="auto">{thing.title || t('library.untitled')}</strong>
              <p>
                {t(`noun.${thing.noun}`)} · {formatMoment(thing.at)}
              </p>
            </div>
            <Button onPress={() => void restore(thing)}>{t('trash.restore')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
