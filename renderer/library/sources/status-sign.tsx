import type { ReadingStatus } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';

/** How far a source is read: half a circle, or a full one; named for whoever does not see it. */
export function StatusSign({ status }: { status: ReadingStatus }) {
  return (
    <svg className="status-sign" viewBox="0 0 10 10" width="9" height="9" role="img" aria-label={t(`status.${status}`)}>
      <circle cx="5" cy="5" r="3.9" fill={status === 'read' ? 'currentColor' : 'none'} stroke="currentColor" />
      {status === 'reading' && <path d="M5 1.1a3.9 3.9 0 0 1 0 7.8z" fill="currentColor" />}
    </svg>
  );
}
