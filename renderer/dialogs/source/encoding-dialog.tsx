import { useState } from 'react';
import { useClient } from '../../client/index.ts';
import { ENCODINGS, encodingName, t } from '../../i18n/index.ts';
import { failureSentence, tell } from '../../messages/index.ts';
import { step } from '../../session/index.ts';
import { go, place, useQuery } from '../../state/index.ts';
import { replaceInReport } from '../../transfer/index.ts';
import { Button, Checkbox, Dialog, Select } from '../../ui/index.ts';
import { readAllAnew } from './read-all-anew.ts';
import './encoding-dialog.css';

export interface EncodingDialogProps {
  /** The sources that are to be looked at, one after the other. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** How a text reads in the encodings it may be in, with the one it was read in first; the researcher takes one. */
export function EncodingDialog({ ids, onClose }: EncodingDialogProps) {
  const client = useClient();
  const [waiting, setWaiting] = useState(ids);
  const [failure, setFailure] = useState<string>();
  const [id, ...others] = waiting;
  if (id === undefined) return null;

  const goOn = (count: number) => {
    if (count < waiting.length) setWaiting(waiting.slice(count));
    else onClose();
  };
  const read = async (encoding: string, forAll: boolean) => {
    setFailure(undefined);
    const { done, left, failure: why } = await readAllAnew(client, forAll ? waiting : [id], encoding);
    for (const each of done) {
      replaceInReport(each.id, each.source);
      if (place.get().sourceId === each.id) go({ view: 'read', sourceId: each.source.id });
    }
    if (done.length > 0) {
      tell({
        tone: left > 0 ? 'alert' : 'status',
        key: 'encoding.done',
        values: { encoding: encodingName(encoding), left },
        action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
      });
    }
    if (why) setFailure(failureSentence(why));
    goOn(done.length);
  };
  const leave = () => {
    setFailure(undefined);
    goOn(1);
  };
  return (
    <OneText key={id} id={id} others={others.length} failure={failure} onRead={read} onNext={leave} onClose={onClose} />
  );
}

interface OneTextProps {
  readonly id: string;
  /** How many are to be looked at after this one. */
  readonly others: number;
  readonly failure: string | undefined;
  readonly onRead: (encoding: string, forAll: boolean) => Promise<void>;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

function OneText({ id, others, failure, onRead, onNext, onClose }: OneTextProps) {
  const source = useQuery('sources.get', { id }).data;
  const found = useQuery('sources.encodings', { id });
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState('');
  const [forAll, setForAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const more = useQuery('sources.encodings', asked === '' ? null : { id, encoding: asked }).data?.readings ?? [];
  const listed = found.data?.readings ?? [];
  const readings = [...listed, ...more.filter(({ encoding }) => listed.every((each) => each.encoding !== encoding))];
  const now = found.data?.encoding ?? '';
  const taken = chosen ?? readings[0]?.encoding ?? now;

  const read = async () => {
    setBusy(true);
    await onRead(taken, forAll);
    setBusy(false);
  };

  return (
    <Dialog
      title={t('encoding.title')}
      onClose={onClose}
      actions={
        <>
          {others > 0 && (
            <Checkbox isSelected={forAll} onChange={setForAll}>
              {t('encoding.forAll', { count: others })}
            </Checkbox>
          )}
          <Button onPress={onNext}>{t('encoding.leave')}</Button>
          <Button look="primary" isDisabled={busy || taken === now} onPress={() => void read()}>
            {t('encoding.take')}
          </Button>
        </>
      }
    >
      <p className="encoding-of">{t('encoding.of', { title: source?.title ?? '', encoding: encodingName(now) })}</p>
      {(failure ?? found.failure) && (
        <p role="alert" className="form-failure">
          {failure ?? (found.failure && failureSentence(found.failure))}
        </p>
      )}
      <fieldset className="encoding-readings">
        <legend className="visually-hidden">{t('encoding.readings')}</legend>
        {readings.map(({ encoding, sample, replaced }) => (
          <label key={encoding} className="encoding-reading" data-chosen={encoding === taken}>
            <span className="encoding-head">
              <input
                type="radio"
                name="encoding"
                checked={encoding === taken}
                onChange={() => setChosen(encoding)}
                aria-label={encodingName(encoding)}
              />
              <strong>{encodingName(encoding)}</strong>
              {encoding === now && <span className="detail">{t('encoding.now')}</span>}
              {replaced > 0 && <span className="detail">{t('encoding.lost', { count: replaced })}</span>}
            </span>
            <span className="encoding-sample" dir="auto">
              {sample}
            </span>
          </label>
        ))}
      </fieldset>
      <Select
        label={t('encoding.other')}
        choices={[
          { id: '', name: t('encoding.none') },
          ...ENCODINGS.map((encoding) => ({ id: encoding, name: encodingName(encoding) })),
        ]}
        value={asked}
        onChange={(encoding) => {
          setAsked(encoding);
          if (encoding !== '') setChosen(encoding);
        }}
      />
    </Dialog>
  );
}
