import { useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Colour, Occurrence } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { useSteadyQuery } from '../../state/index.ts';
import { Button, Checkbox, ColourChoice, Dialog } from '../../ui/index.ts';
import { markAll } from '../deeds.ts';
import { placeOf, quoteOf, type Target } from '../target.ts';
import { type ChosenTag, ChosenTags } from './chosen-tags.tsx';
import { keyOf, OccurrenceList } from './occurrence-list.tsx';
import './occurrences.css';

/**
 * Every place where the words of a passage stand, to be highlighted in one go: what is not meant is unticked first.
 * Places that are highlighted already are there, unticked.
 */
export function OccurrencesDialog({ target, onClose }: { target: Target; onClose: () => void }) {
  const client = useClient();
  const words = quoteOf(target).trim();
  const [everywhere, setEverywhere] = useState(false);
  const [exact, setExact] = useState(false);
  const [wholeWords, setWholeWords] = useState(true);
  const [colour, setColour] = useState<Colour>(target.kind === 'highlight' ? target.highlight.colour : 'yellow');
  const [tags, setTags] = useState<readonly ChosenTag[]>(() => tagsAtFirst(target));
  /** What was ticked or unticked by hand; the rest goes by whether it is highlighted already. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const { sourceId } = placeOf(target);
  const { data, failure } = useSteadyQuery('highlights.occurrences', {
    words,
    exact,
    wholeWords,
    ...(everywhere ? {} : { sourceId }),
  });
  const occurrences = data?.occurrences ?? NONE;
  const chosen = useMemo(
    () => occurrences.filter((each) => ticks.get(keyOf(each)) ?? !each.marked),
    [occurrences, ticks],
  );

  const tick = (keys: ReadonlySet<string>) => {
    setTicks((now) => new Map([...now, ...occurrences.map((each) => [keyOf(each), keys.has(keyOf(each))] as const)]));
  };
  const apply = async () => {
    setBusy(true);
    const done = await markAll(client, chosen, {
      colour,
      tagIds: tags.flatMap(({ id }) => id ?? []),
      tags: tags.flatMap(({ id, name }) => (id === null ? name : [])),
    });
    if (done) onClose();
    else setBusy(false);
  };

  return (
    <Dialog
      title={t('occurrences.title')}
      size="large"
      onClose={onClose}
      actions={
        <>
          <p className="occurrences-sum" role="status">
            {data && t('occurrences.sum', { chosen: chosen.length, total: data.total })}
            {data && data.total > occurrences.length && ` ${t('occurrences.more', { shown: occurrences.length })}`}
          </p>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.length === 0 || isBusy} onPress={() => void apply()}>
            {t('occurrences.apply', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="occurrences-words" dir="auto">
        {words}
      </p>
      <div className="occurrences-choices">
        <RadioGroup
          className="field"
          orientation="horizontal"
          value={everywhere ? 'all' : 'this'}
          onChange={(value) => setEverywhere(value === 'all')}
        >
          <Label className="field-label">{t('occurrences.where')}</Label>
          <div className="colours">
            <Radio value="this" className="colour">
              {t('occurrences.thisSource')}
            </Radio>
            <Radio value="all" className="colour">
              {t('occurrences.allSources')}
            </Radio>
          </div>
        </RadioGroup>
        <div className="occurrences-how">
          <Checkbox isSelected={wholeWords} onChange={setWholeWords}>
            {t('find.wholeWords')}
          </Checkbox>
          <Checkbox isSelected={exact} onChange={setExact}>
            {t('find.exact')}
          </Checkbox>
        </div>
        <ColourChoice label={t('inspector.colour')} value={colour} onChange={setColour} />
        <ChosenTags tags={tags} onChange={setTags} />
      </div>
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      <Checkbox
        isSelected={occurrences.length > 0 && chosen.length === occurrences.length}
        isIndeterminate={chosen.length > 0 && chosen.length < occurrences.length}
        isDisabled={occurrences.length === 0}
        onChange={(all) => tick(new Set(all ? occurrences.map(keyOf) : []))}
      >
        {t('occurrences.all')}
      </Checkbox>
      <OccurrenceList occurrences={occurrences} chosen={chosen} onChoose={tick} isAsking={data === undefined} />
    </Dialog>
  );
}

const NONE: readonly Occurrence[] = [];

function tagsAtFirst(target: Target): readonly ChosenTag[] {
  if (target.kind !== 'highlight') return [];
  const { tagIds, tags } = target.highlight;
  return tagIds.map((id, at) => ({ id, name: tags[at] ?? '' }));
}
