import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { connection } from '../client/index.ts';
import { FilterStatus } from '../filter/index.ts';
import { formatBytes, formatNumber, t } from '../i18n/index.ts';
import { failureSentence, tellFailure } from '../messages/index.ts';
import { notebook, place, reading, retryUnsaved, saving, useStore, useStoreAfterPaint } from '../state/index.ts';
import { Button } from '../ui/index.ts';
import { BackupState } from './backup-state.tsx';

/** How long something is on its way, in milliseconds, before the words say so: a deed takes a few, and words that came and went would only disturb. */
const MOMENT = 100;

/** The status bar: what is saved, where the reader is, what the text is filtered by, how the file fares. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <div role="status" aria-label={t('frame.status')} className="status-parts">
        <SaveState />
        <Position />
        <FilterStatus />
        <FileState />
      </div>
      <BackupState />
    </footer>
  );
}

function SaveState() {
  const { pending, unsaved } = useStoreAfterPaint(saving, (now) => now);
  const isSlow = useLasting(pending > 0, MOMENT);
  const line = useStore(connection, (now) => now.line);
  const engine = useStore(notebook, (now) => now.engine);
  const status = useStore(notebook, (now) => now.status);
  if (status?.readOnly) {
    return (
      <span className="save-state read-only">{t('frame.readOnly', { reason: status.reason ?? 'not-writable' })}</span>
    );
  }
  const lost = unsaved[0];
  if (lost) {
    return (
      <span className="save-state not-saved">
        <span>{t('frame.notSaved', { why: failureSentence(lost.failure) })}</span>
        {unsaved.some((each) => each.again) && (
          <Button look="quiet" onPress={() => void retry()}>
            {t('frame.retry')}
          </Button>
        )}
      </span>
    );
  }
  if (engine !== 'running' || line !== 'open') {
    return (
      <span className="save-state not-saved">{t(engine === 'failed' ? 'frame.stateFailed' : 'frame.stateLost')}</span>
    );
  }
  return <Saved isSlow={isSlow} />;
}

/** Whether something is on its way, or was lost, is known at once to whatever asks; words about it follow the text, and of the one only where it lasts. */
function Saved({ isSlow }: { readonly isSlow: boolean }) {
  const state = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const tell = () => {
      const { pending, unsaved } = saving.get();
      if (state.current) state.current.ariaBusy = String((pending > 0 && !isSlow) || unsaved.length > 0);
    };
    tell();
    return saving.subscribe(tell);
  }, [isSlow]);
  return (
    <span ref={state} className={isSlow ? 'save-state' : 'save-state saved'}>
      <span aria-hidden>●</span> {t(isSlow ? 'frame.saving' : 'frame.saved')}
    </span>
  );
}

/** Whether something has been so for some milliseconds. */
function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [hasLasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasted(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [isSo, milliseconds]);
  return isSo && hasLasted;
}

async function retry(): Promise<void> {
  for (const failure of await retryUnsaved()) tellFailure(failure);
}

function Position() {
  const { block, blocks, percent } = useStore(reading, (now) => now);
  const view = useStore(place, (now) => now.view);
  if (view !== 'read' || block === 0) return null;
  return (
    <span className="status-position">
      {t('frame.position', {
        block: formatNumber(block),
        blocks: formatNumber(blocks),
        percent: formatNumber(Math.round(percent)),
      })}
    </span>
  );
}

function FileState() {
  const status = useStore(notebook, (now) => now.status);
  if (!status) return null;
  return <span className="status-file">{t('frame.file', { size: formatBytes(status.size) })}</span>;
}
