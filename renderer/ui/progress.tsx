import type { ReactNode } from 'react';
import { Label, ProgressBar } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';

export interface ProgressProps {
  /** What the work is called. */
  readonly label: string;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  readonly item?: string;
  readonly onCancel?: () => void;
  /** Buttons before the one that cancels. */
  readonly actions?: ReactNode;
}

/** Long work on its way, with a way to stop it. */
export function Progress({ label, done, total, item, onCancel, actions }: ProgressProps) {
  return (
    <div className="progress">
      <ProgressBar className="progress-main" value={done} maxValue={Math.max(1, total)} isIndeterminate={total === 0}>
        {({ percentage, valueText }) => (
          <>
            <div className="progress-words">
              <Label>{label}</Label>
              <span>{valueText}</span>
            </div>
            <div className="progress-track">
              <div
                className={percentage === undefined ? 'progress-fill unknown' : 'progress-fill'}
                style={{ inlineSize: `${percentage ?? 30}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {item && <p className="progress-item">{item}</p>}
      {actions}
      {onCancel && <Button onPress={onCancel}>{t('ui.cancel')}</Button>}
    </div>
  );
}
