import { ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Button, IconButton, TextField } from '../../ui/index.ts';

/** A field in the form of a type: what it is to be called, and what it was called before. */
export interface FieldRow {
  readonly key: number;
  readonly name: string;
  readonly was?: string;
}

export function rowsOf(fields: readonly string[]): FieldRow[] {
  return fields.map((name, key) => ({ key, name, was: name }));
}

/** The own fields of a type: added, renamed, moved up, removed. */
export function FieldRows(props: {
  readonly rows: readonly FieldRow[];
  readonly onChange: (rows: FieldRow[]) => void;
  readonly error: string | undefined;
}) {
  const { rows, onChange, error } = props;
  const [added, setAdded] = useState(-1);
  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    setAdded(key);
    onChange([...rows, { key, name: '' }]);
  };
  return (
    <fieldset className="form-rows">
      <legend className="field-label">{t('types.fields')}</legend>
      {rows.map((row, at) => (
        <div className="form-row own-fields" key={row.key}>
          <TextField
            hideLabel
            label={t('types.fieldOf', { number: at + 1 })}
            placeholder={t('types.fieldHint')}
            value={row.name}
            onChange={(name) => onChange(rows.map((each) => (each.key === row.key ? { ...each, name } : each)))}
            autoFocus={row.key === added}
          />
          <IconButton
            icon={ArrowUp}
            label={t('types.fieldUp', { name: row.name })}
            isDisabled={at === 0}
            onPress={() => onChange([...rows.slice(0, at - 1), row, ...rows.slice(at - 1, at), ...rows.slice(at + 1)])}
          />
          <IconButton
            icon={X}
            label={t('types.removeField', { name: row.name })}
            onPress={() => onChange(rows.filter((each) => each.key !== row.key))}
          />
        </div>
      ))}
      <Button look="quiet" onPress={add}>
        {t('types.addField')}
      </Button>
      <p className="field-description">{t('types.fieldsText')}</p>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
