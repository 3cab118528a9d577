import type { Output } from '../../../main/contract/index.ts';
import { formatBytes, t } from '../../i18n/index.ts';
import { Button, Dialog } from '../../ui/index.ts';

/** What the exported document holds, and every reference that could not be resolved. */
export function ExportReport({ result, onClose }: { result: Output<'exports.create'>; onClose: () => void }) {
  const { fileName, size, report } = result;
  return (
    <Dialog
      title={t('export.report')}
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>
        <strong dir="auto">{fileName}</strong> · {formatBytes(size)}
      </p>
      <p>{t('export.quotations', { count: report.quotations })}</p>
      {report.unresolved.length > 0 && (
        <>
          <p>{t('export.unresolved', { count: report.unresolved.length })}</p>
          <ul className="report-list">
            {report.unresolved.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index} className="report-file failed">
                <div>
                  <strong dir="auto">{each.where}</strong>
                  <p>
                    <span dir="auto">{each.what}</span> · {t(`export.reason.${each.reason}`)}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {report.skipped.length > 0 && (
        <p>
          {t('export.skipped', {
            what: report.skipped.map(({ code, count }) => t(`export.skipped.${code}`, { count })).join('; '),
          })}
        </p>
      )}
    </Dialog>
  );
}
