import { dateFault, t, understoodDates } from '../i18n/index.ts';
import { TextField } from '../ui/index.ts';

/** Dates exact or fuzzy, with how they are understood, or why they are not. */
export function DatesField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={t('entities.dates')}
      description={understoodDates(value)}
      value={value}
      onChange={onChange}
      error={dateFault(value)}
    />
  );
}
