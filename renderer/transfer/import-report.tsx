import { useMemo } from 'react';
import type { ImportedFile } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { openDialog, useQuery } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { collectFolders, inFolders } from './collect-folders.ts';
import type { Taken } from './import-queue.ts';
import { ImportResults } from './import-results.tsx';
import { mayComeIn } from './importing.ts';
import { saveReport } from './save-report.ts';

export interface ImportReportProps {
  readonly taken: readonly Taken[];
  /** Tries again what is not in the notebook. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** The report of the import that just ended. It steps aside for the dialogs it opens, and stands there again when they close. */
export function ImportReport({ taken, onAgain, onClose }: ImportReportProps) {
  const client = useClient();
  const host = useHost();
  const sources = useQuery('sources.list', {}).data;
  const now = useMemo(() => new Map(sources?.map((source) => [source.id, source])), [sources]);
  const files = useMemo(() => taken.map(({ result }) => asItIsNow(result, now)), [taken, now]);
  // What went to the trash since stays as it is.
  const folders = useMemo(() => inFolders(taken).filter(({ sourceId }) => now.has(sourceId)), [taken, now]);
  const imported = files.flatMap(({ outcome, source }) => (outcome === 'imported' && source ? [source.id] : []));
  const open = taken.filter(mayComeIn).length;
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
            <Button onPress={() => openDialog({ kind: 'review-sources', ids: imported })}>{t('import.review')}</Button>
          )}
          {imported.length > 0 && (
            <Button onPress={() => openDialog({ kind: 'collections', sourceIds: imported })}>
              {t('import.collect')}
            </Button>
          )}
          {folders.length > 0 && (
            <Button onPress={() => void collectFolders(client, folders)}>{t('import.collectFolders')}</Button>
          )}
          {open > 0 && <Button onPress={onAgain}>{t('import.again', { count: open })}</Button>}
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

type Present = NonNullable<ImportedFile['source']>;

/** Titles can have been corrected and highlights taken over from the report. */
function asItIsNow({ earlier, ...result }: ImportedFile, now: ReadonlyMap<string, Present>): ImportedFile {
  const source = result.source && now.get(result.source.id);
  const before = earlier && now.get(earlier.id);
  return { ...result, ...(source && { source }), ...(before && before.highlights > 0 && { earlier: before }) };
}
