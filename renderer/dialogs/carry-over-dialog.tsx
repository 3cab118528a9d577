import { useState } from 'react';
import type { Output } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence, useDeed } from '../messages/index.ts';
import { doDeed, failureOf, useQuery } from '../state/index.ts';
import { closeReport } from '../transfer/index.ts';
import { Button, Dialog, Select } from '../ui/index.ts';
import { LeftHighlight } from './left-highlight.tsx';

export interface CarryOverDialogProps {
  /** The newer version. */
  readonly to: string;
  /** The earlier one; null where it is still to be chosen. */
  readonly from: string | null;
  readonly onClose: () => void;
}

/** Brings what is marked in an earlier version of a source over to it, and shows what could not be. */
export function CarryOverDialog({ to, from, onClose }: CarryOverDialogProps) {
  const client = useClient();
  const deed = useDeed();
  const sources = useQuery('sources.list', {}).data;
  const [chosen, setChosen] = useState(from);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [result, setResult] = useState<Output<'sources.carryOver'>>();
  if (!sources) return null;
  const title = sources.find(({ id }) => id === to)?.title ?? '';
  const others = sources.filter(({ id, highlights }) => id !== to && (highlights > 0 || id === from));
  const earlier = chosen ?? others.at(-1)?.id;

  const take = async () => {
    if (earlier === undefined) return;
    setBusy(true);
    setChosen(earlier);
    try {
      setResult(await doDeed(client, 'sources.carryOver', { from: earlier, to }));
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
    } finally {
      setBusy(false);
    }
  };
  const leave = () => {
    closeReport();
    onClose();
  };
  const removeEarlier = async () => {
    if (earlier !== undefined && (await deed('sources.remove', { id: earlier }))) onClose();
  };

  if (result) {
    return (
      <Dialog
        title={t('carry.title', { title })}
        onClose={onClose}
        actions={
          <>
            {result.left.length === 0 && (
              <Button onPress={() => void removeEarlier()}>{t('carry.removeEarlier')}</Button>
            )}
            <Button look="primary" autoFocus onPress={onClose}>
              {t('ui.close')}
            </Button>
          </>
        }
      >
        <div role="status">
          <p>{t('carry.done', { carried: result.carried, moved: result.moved, mentions: result.mentions })}</p>
          <p>{t('carry.left', { left: result.left.length })}</p>
        </div>
        <ul className="report-list">
          {result.left.map(({ highlight, proposal }) => (
            <LeftHighlight key={highlight.id} highlight={highlight} proposal={proposal} to={to} onLeave={leave} />
          ))}
        </ul>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('carry.title', { title })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" autoFocus isDisabled={busy || earlier === undefined} onPress={() => void take()}>
            {t('carry.take')}
          </Button>
        </>
      }
    >
      {failure && <p role="alert">{failure}</p>}
      <p>{t('carry.help')}</p>
      {earlier === undefined ? (
        <p className="report-sum">{t('carry.none')}</p>
      ) : (
        <Select
          label={t('carry.from')}
          choices={others.map(({ id, title: name, highlights }) => ({
            id,
            name: t('carry.choice', { title: name, highlights }),
          }))}
          value={earlier}
          onChange={setChosen}
        />
      )}
    </Dialog>
  );
}
