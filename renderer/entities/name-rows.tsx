import { X } from 'lucide-react';
import { useState } from 'react';
import { type EntityName, NAME_KINDS } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { Button, IconButton, Select, TextField } from '../ui/index.ts';
import { nameKind } from './entity-types.ts';

/** The other names of an entity in a form: each with its language and what kind of name it is. */
export function NameRows({
  names,
  onChange,
}: {
  names: readonly EntityName[];
  onChange: (names: EntityName[]) => void;
}) {
  const [added, setAdded] = useState(false);
  const change = (at: number, part: Partial<EntityName>) =>
    onChange(names.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="form-rows">
      <legend className="field-label">{t('entities.aliases')}</legend>
      {names.map(({ name, language, kind }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands in this place of the form
        <div className="form-row names" key={at}>
          <TextField
            hideLabel
            label={t('entities.otherName', { number: at + 1 })}
            placeholder={t('entities.name')}
            value={name}
            onChange={(next) => change(at, { name: next })}
            autoFocus={added && at === names.length - 1}
          />
          <TextField
            hideLabel
            label={t('entities.languageOf', { number: at + 1 })}
            placeholder={t('entities.languageHint')}
            value={language}
            onChange={(next) => change(at, { language: next })}
            error={isLanguage(language) ? undefined : t('entities.languageWrong')}
          />
          <Select
            hideLabel
            label={t('entities.nameKindOf', { number: at + 1 })}
            value={kind === '' ? 'other' : kind}
            onChange={(next) => change(at, { kind: NAME_KINDS.find((each) => each === next) ?? '' })}
            choices={NAME_KINDS.map((each) => ({ id: each === '' ? 'other' : each, name: nameKind(each) }))}
          />
          <IconButton
            icon={X}
            label={t('entities.removeName', { name: name || String(at + 1) })}
            onPress={() => onChange(names.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        look="quiet"
        onPress={() => {
          setAdded(true);
          onChange([...names, { name: '', language: '', kind: '' }]);
        }}
      >
        {t('entities.addName')}
      </Button>
    </fieldset>
  );
}

/** Whether a text is a language tag (BCP 47), or nothing. */
export function isLanguage(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    return Intl.getCanonicalLocales(text.trim()).length === 1;
  } catch {
    return false;
  }
}
