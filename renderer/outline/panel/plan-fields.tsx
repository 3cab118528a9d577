import { useState } from 'react';
import { OUTLINE_STATUSES, type OutlineItem, type OutlineStatus } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { useUnsaved } from '../../state/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import type { ItemChange } from '../model/outline-model.ts';

export interface PlanFieldsProps {
  readonly item: OutlineItem;
  readonly isReadOnly: boolean;
  readonly onChange: (change: ItemChange) => void;
}

/** What an item is about in one line, and of a heading how far it is and how long it is to become. */
export function PlanFields({ item, isReadOnly, onChange }: PlanFieldsProps) {
  return (
    <>
      <LeftField
        label={t('outline.gist')}
        value={item.gist}
        isReadOnly={isReadOnly}
        onTake={(gist) => onChange({ gist })}
      />
      {item.kind === 'heading' && (
        <div className="plan-fields">
          <Select
            label={t('outline.status')}
            value={item.status ?? NONE}
            choices={[
              { id: NONE, name: t('outline.status.none') },
              ...OUTLINE_STATUSES.map((id) => ({ id, name: t(`outline.status.${id}`) })),
            ]}
            onChange={(status) => !isReadOnly && onChange({ status: status === NONE ? null : status })}
          />
          <LeftField
            label={t('outline.target')}
            value={item.target === null ? '' : String(item.target)}
            isReadOnly={isReadOnly}
            error={(typed) => (targetOf(typed) === undefined ? t('outline.targetWrong') : undefined)}
            onTake={(typed) => {
              const target = targetOf(typed);
              if (target !== undefined) onChange({ target });
            }}
          />
        </div>
      )}
    </>
  );
}

const NONE = 'none' satisfies Exclude<string, OutlineStatus>;

const MOST_WORDS = 10_000_000;

/** A whole number of words, however it is grouped; null for nothing, undefined for what is no number of words. */
function targetOf(typed: string): number | null | undefined {
  const digits = typed.replace(/[\s.,\u2019']/g, '');
  if (digits === '') return null;
  const words = /^\d+$/.test(digits) ? Number(digits) : 0;
  return words >= 1 && words <= MOST_WORDS ? words : undefined;
}

interface LeftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly error?: (typed: string) => string | undefined;
  readonly onTake: (typed: string) => void;
}

/** A line that is taken on Enter and on leaving; Escape puts the old one back, and so does leaving what is wrong. */
function LeftField({ label, value, isReadOnly, error, onTake }: LeftFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isChanged = typed !== null && typed.trim() !== value;
  useUnsaved(isChanged);
  const wrong = typed === null ? undefined : error?.(typed);
  const take = () => {
    if (isChanged && wrong === undefined) onTake(typed.trim());
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      value={typed ?? value}
      isReadOnly={isReadOnly}
      {...(wrong === undefined ? {} : { error: wrong })}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape' && typed !== null) setTyped(null);
        else event.continuePropagation();
      }}
    />
  );
}
