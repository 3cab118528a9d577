import { useState } from 'react';
import type { Highlight, Output } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { useDeed } from '../messages/index.ts';
import { go } from '../state/index.ts';
import { Button } from '../ui/index.ts';

type Proposal = Output<'sources.carryOver'>['left'][number]['proposal'];

export interface LeftHighlightProps {
  readonly highlight: Highlight;
  /** Where it may stand in the newer version. */
  readonly proposal: Proposal;
  /** The newer version. */
  readonly to: string;
  /** Before the passage is shown. */
  readonly onLeave: () => void;
}

/** A highlight whose words the newer version does not have: shown where it is, or moved to where it may stand now. */
export function LeftHighlight({ highlight, proposal, to, onLeave }: LeftHighlightProps) {
  const deed = useDeed();
  const [placed, setPlaced] = useState(false);
  const { id, quote, sourceId, start, end } = highlight;
  const place = async () => {
    if (!proposal) return;
    const done = await deed('sources.carryOne', { highlightId: id, to, start: proposal.start, end: proposal.end });
    if (done) setPlaced(true);
  };
  const show = () => {
    onLeave();
    if (placed && proposal) go({ view: 'read', sourceId: to, passage: proposal, highlightId: id });
    else go({ view: 'read', sourceId, passage: { start, end }, highlightId: id });
  };
  return (
    <li className="report-file left-highlight">
      <div>
        <q dir="auto">{quote}</q>
        {proposal && !placed && (
          <p>
            {t('carry.perhaps', { score: proposal.score })} <q dir="auto">{proposal.quote}</q>
          </p>
        )}
        {placed && <p role="status">{t('carry.placed')}</p>}
      </div>
      {proposal && !placed && <Button onPress={() => void place()}>{t('carry.place')}</Button>}
      <Button onPress={show}>{t('carry.show')}</Button>
    </li>
  );
}
