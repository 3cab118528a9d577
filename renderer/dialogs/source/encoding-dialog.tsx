import { useState } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence, tell } from '../../messages/index.ts';
import { step } from '../../session/index.ts';
import { doDeed, failureOf, go, place, useQuery } from '../../state/index.ts';
import { replaceInReport } from '../../transfer/index.ts';
import { Button, Checkbox, Dialog, Select } from '../../ui/index.ts';
import { ENCODINGS, encodingName } from './encodings.ts';
import './encoding-dialog.css';

export interface EncodingDialogProps {
  /** The sources that are to be looked at, one after the other. */
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** How a text reads in the encodings it may be in, with the one it was read in first; the researcher takes one. */
export function EncodingDialog({ ids, onClose }: EncodingDialogProps) {
  const [at, setAt] = useState(0);
  const id = ids[at];
  if (id === undefined) return null;
  const others = ids.slice(at + 1);
  const next = () => (others.length > 0 ? setAt(at + 1) : onClose());
  return <OneText key={id} id={id} others={others} onNext={next} onClose={onClose} />;
}

function OneText({
  id,
  others,
  onNext,
  onClose,
}: {
  id: string;
  others: readonly string[];
  onNext: () => void;
  onClose: () => void;
}) {
  const client = useClient();
  const source = useQuery('sources.get', { id }).data;
  const found = useQuery('sources.encodings', { id });
  const [chosen, setChosen] = useState<string>();
  const [asked, setAsked] = useState('');
  const [forAll, setForAll] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const more = useQuery('sources.encodings', asked === '' ? null : { id, encoding: asked }).data?.readings ?? [];
  const listed = found.data?.readings ?? [];
  const readings = [...listed, ...more.filter(({ encoding }) => listed.every((each) => each.encoding !== encoding))];
  const now = found.data?.encoding ?? '';
  const taken = chosen ?? readings[0]?.encoding ?? now;

  const read = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      let stayed = 0;
      for (const each of [id, ...(forAll ? others : [])]) {
        const { source: fresh, left } = await doDeed(client, 'sources.readAnew', { id: each, encoding: taken });
        stayed += left;
        replaceInReport(each, fresh);
        if (place.get().sourceId === each) go({ view: 'read', sourceId: fresh.id });
      }
      tell({
        tone: stayed > 0 ? 'alert' : 'status',
        key: 'encoding.done',
        values: { encoding: encodingName(taken), left: stayed },
        action: { label: 'ui.undo', run: () => void step(client, 'history.undo') },
      });
      if (forAll) onClose();
      else onNext();
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={t('encoding.title')}
      onClose={onClose}
      actions={
        <>
          {others.length > 0 && (
            <Checkbox isSelected={forAll} onChange={setForAll}>
              {t('encoding.forAll', { count: others.length })}
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
