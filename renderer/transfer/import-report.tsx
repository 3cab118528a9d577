import { CircleAlert, CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import type { ImportedFile, Remark } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { go } from '../state/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import { asFailure } from './as-failure.ts';
import type { Taken } from './import-queue.ts';
import { isMissing } from './importing.ts';

const SIGNS = { imported: CircleCheck, duplicate: CircleSlash, failed: CircleAlert, cancelled: CircleDashed };

export interface ImportReportProps {
  readonly taken: readonly Taken[];
  /** Tries again what is not in the notebook. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What became of every file of an import, and why. */
export function ImportReport({ taken, onAgain, onClose }: ImportReportProps) {
  const files = taken.map(({ result }) => result);
  const count = (outcome: ImportedFile['outcome']) => files.filter((file) => file.outcome === outcome).length;
  const missing = taken.filter(isMissing).length;
  return (
    <Dialog
      title={t('import.report')}
      onClose={onClose}
      actions={
        <>
          {missing > 0 && <Button onPress={onAgain}>{t('import.again', { count: missing })}</Button>}
          <Button look="primary" autoFocus onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <p className="report-sum">
        {t('import.sum', {
          imported: count('imported'),
          duplicate: count('duplicate'),
          failed: count('failed'),
          cancelled: count('cancelled'),
        })}
      </p>
      <ul className="report-list">
        {files.map((file, index) => {
          const Sign = SIGNS[file.outcome];
          const source = file.source;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
            <li key={index} className={`report-file ${file.outcome}`}>
              <Sign aria-hidden size={16} />
              <div>
                <strong dir="auto">{file.fileName}</strong>
                <p>{outcomeWords(file)}</p>
                {file.remarks.map((remark) => (
                  <p key={remark.code}>{remarkWords(remark)}</p>
                ))}
              </div>
              {source && (
                <Button
                  onPress={() => {
                    onClose();
                    go({ view: 'read', sourceId: source.id });
                  }}
                >
                  {t('library.read')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function outcomeWords(file: ImportedFile): string {
  if (file.outcome === 'failed') return file.failure ? failureSentence(asFailure(file.failure)) : t('failure.internal');
  if (file.outcome === 'cancelled') return t('import.notBegun');
  const { title = '', blocks = 0, words = 0 } = file.source ?? {};
  return file.outcome === 'duplicate' ? t('import.duplicate', { title }) : t('import.imported', { blocks, words });
}

function remarkWords({ code, count = 0, detail = '' }: Remark): string {
  return t(`remark.${code}`, { count, detail });
}
