import { useClient, useHost } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { openDialog } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import type { Taken } from './import-queue.ts';
import { ImportResults } from './import-results.tsx';
import { isMissing } from './importing.ts';
import { saveReport } from './save-report.ts';

export interface ImportReportProps {
  readonly taken: readonly Taken[];
  /** Tries again what is not in the notebook. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** The report of the import that just ended. */
export function ImportReport({ taken, onAgain, onClose }: ImportReportProps) {
  const client = useClient();
  const host = useHost();
  const files = taken.map(({ result }) => result);
  const imported = files.flatMap(({ outcome, source }) => (outcome === 'imported' && source ? [source.id] : []));
  const missing = taken.filter(isMissing).length;
  return (
    <Dialog
      title={t('import.report')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void saveReport(client, host, new Date().toISOString(), files)}>
            {t('import.save')}
          </Button>
          {imported.length > 0 && (
            <Button
              onPress={() => {
                onClose();
                openDialog({ kind: 'review-sources', ids: imported });
              }}
            >
              {t('import.review')}
            </Button>
          )}
          {imported.length > 0 && (
            <Button
              onPress={() => {
                onClose();
                openDialog({ kind: 'collections', sourceIds: imported });
              }}
            >
              {t('import.collect')}
            </Button>
          )}
          {missing > 0 && <Button onPress={onAgain}>{t('import.again', { count: missing })}</Button>}
          <Button look="primary" autoFocus onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <ImportResults files={files} onLeave={onClose} />
    </Dialog>
  );
}
