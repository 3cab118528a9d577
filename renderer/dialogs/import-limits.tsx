import { useState } from 'react';
import { type ImportLimits, LIMIT_BOUNDS, USUAL_LIMITS } from '../../main/contract/index.ts';
import { formatNumber, t } from '../i18n/index.ts';
import { Button, TextField } from '../ui/index.ts';

const NAMES = ['minutes', 'memory', 'unpacked', 'expansion', 'entries'] as const satisfies (keyof ImportLimits)[];

export interface ImportLimitsProps {
  readonly limits: ImportLimits;
  readonly onChange: (limits: ImportLimits) => void;
}

/** What importing a file may take, for who knows what comes: each limit is kept when its field is left. */
export function ImportLimitFields({ limits, onChange }: ImportLimitsProps) {
  const [typed, setTyped] = useState<Partial<Record<keyof ImportLimits, string>>>({});
  const isUsual = NAMES.every((name) => limits[name] === USUAL_LIMITS[name]);
  const keep = (name: keyof ImportLimits) => {
    const value = numberIn(typed[name]);
    if (value !== undefined && isWithin(name, value) && value !== limits[name]) onChange({ ...limits, [name]: value });
  };
  return (
    <details className="import-limits">
      <summary>{t('limits.title')}</summary>
      <p className="report-sum">{t('limits.text')}</p>
      <div className="form">
        {NAMES.map((name) => {
          const value = typed[name] ?? String(limits[name]);
          const [least, most] = LIMIT_BOUNDS[name];
          const number = numberIn(value);
          const isRight = number !== undefined && isWithin(name, number);
          return (
            <TextField
              key={name}
              label={t(`limits.${name}`)}
              value={value}
              onChange={(next) => setTyped({ ...typed, [name]: next })}
              onBlur={() => keep(name)}
              error={
                isRight ? undefined : t('limits.between', { least: formatNumber(least), most: formatNumber(most) })
              }
            />
          );
        })}
      </div>
      <Button
        isDisabled={isUsual && Object.keys(typed).length === 0}
        onPress={() => {
          setTyped({});
          onChange(USUAL_LIMITS);
        }}
      >
        {t('limits.usual')}
      </Button>
    </details>
  );
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function isWithin(name: keyof ImportLimits, value: number): boolean {
  const [least, most] = LIMIT_BOUNDS[name];
  return value >= least && value <= most;
}
