import { useEffect, useRef, useState } from 'react';
import type { Failure, SalvageReport } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Progress } from '../ui/index.ts';
import { WorkCounts } from './work-counts.tsx';

export interface SalvageProps {
  readonly path: string;
  readonly report: SalvageReport | undefined;
  readonly onReport: (report: SalvageReport) => void;
  /** Asks for the new notebook to be opened. */
  readonly onOpen: (path: string) => void;
}

/** Saves what can be saved of a damaged notebook into a new one, and says what was lost before it is opened. */
export function Salvage({ path, report, onReport, onOpen }: SalvageProps) {
  const client = useClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const salvage = async () => {
    if (running) return;
    const control = new AbortController();
    abort.current = control;
    setFailure(null);
    setRunning(true);
    try {
      onReport(await client.call('recovery.salvage', { path }, { signal: control.signal }));
    } catch (error) {
      const why = failureOf(error);
      if (why.code !== 'cancelled') setFailure(why);
    }
    setRunning(false);
  };
  if (report) return <Report report={report} onOpen={onOpen} />;
  return (
    <>
      <p className="report-sum">{t('recovery.salvageText')}</p>
      {failure && (
        <p role="alert" className="form-failure">
          {failureSentence(failure)}
        </p>
      )}
      {running && (
        <Progress label={t('recovery.salvaging')} done={0} total={0} onCancel={() => abort.current?.abort()} />
      )}
      <Button onPress={() => void salvage()}>{t('recovery.salvageIt')}</Button>
    </>
  );
}

function Report({ report, onOpen }: { report: SalvageReport; onOpen: (path: string) => void }) {
  const { path, saved, damagedPages, lostRows, texts, originals, detached, uncertain } = report;
  const whole =
    lostRows + originals + detached + uncertain.length === 0 && texts.every(({ state }) => state === 'restored');
  return (
    <div role="status" className="salvage-report">
      <p>
        <strong>{t(whole ? 'recovery.savedAll' : 'recovery.savedSome')}</strong>
      </p>
      <WorkCounts counts={saved} />
      <ul className="report-list">
        {texts.map(({ id, title, state, missing }) => (
          <li key={id} className={state === 'restored' ? 'report-file' : 'report-file failed'}>
            <div>
              <strong dir="auto">{title}</strong>
              <p>{t(`recovery.text.${state}`, { missing })}</p>
            </div>
          </li>
        ))}
      </ul>
      {lostRows > 0 && <p>{t('recovery.lostRows', { count: lostRows })}</p>}
      {originals > 0 && <p>{t('recovery.lostOriginals', { count: originals })}</p>}
      {uncertain.length > 0 && <p>{t('recovery.uncertain')}</p>}
      {detached > 0 && <p>{t('recovery.detached', { count: detached })}</p>}
      {damagedPages > 0 && <p>{t('recovery.pages', { count: damagedPages })}</p>}
      <p className="backup-path">{path}</p>
      <Button look="primary" autoFocus onPress={() => onOpen(path)}>
        {t('recovery.openSaved')}
      </Button>
    </div>
  );
}
