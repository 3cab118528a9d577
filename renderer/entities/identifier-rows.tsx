import { X } from 'lucide-react';
import { useState } from 'react';
import { AUTHORITIES, type Identifier, OWN_IDENTIFIER, readIdentifier } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { Button, IconButton, Select, TextField } from '../ui/index.ts';
import { identifierKind } from './entity-types.ts';

/** The identifiers of an entity in a form. A number or its address can be put in; which will not do is said at once. */
export function IdentifierRows(props: {
  identifiers: readonly Identifier[];
  onChange: (identifiers: Identifier[]) => void;
}) {
  const { identifiers, onChange } = props;
  const [added, setAdded] = useState(false);
  const kinds = [...new Set([...AUTHORITIES, OWN_IDENTIFIER, ...identifiers.map(({ kind }) => kind)])];
  const change = (at: number, part: Partial<Identifier>) =>
    onChange(identifiers.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="form-rows">
      <legend className="field-label">{t('entities.identifiers')}</legend>
      {identifiers.map(({ kind, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands in this place of the form
        <div className="form-row identifiers" key={at}>
          <Select
            hideLabel
            label={t('entities.identifierKindOf', { number: at + 1 })}
            value={kind}
            onChange={(next) => change(at, { kind: next })}
            choices={kinds.map((each) => ({ id: each, name: identifierKind(each) }))}
          />
          <TextField
            hideLabel
            label={t('entities.identifierOf', { number: at + 1 })}
            placeholder={t('entities.identifierHint')}
            value={value}
            onChange={(next) => change(at, { value: next })}
            autoFocus={added && at === identifiers.length - 1}
            error={
              isUsable({ kind, value }) ? undefined : t('entities.identifierWrong', { kind: identifierKind(kind) })
            }
          />
          <IconButton
            icon={X}
            label={t('entities.removeIdentifier', { kind: identifierKind(kind), value })}
            onPress={() => onChange(identifiers.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        look="quiet"
        onPress={() => {
          setAdded(true);
          onChange([...identifiers, { kind: AUTHORITIES[0], value: '' }]);
        }}
      >
        {t('entities.addIdentifier')}
      </Button>
    </fieldset>
  );
}

/** Whether a row of the form is empty or holds an identifier. */
export function isUsable({ kind, value }: Identifier): boolean {
  return value.trim() === '' || readIdentifier(kind, value) !== null;
}
