import { FileTrigger } from 'react-aria-components';
import type { ExportChoices, ExportKind, ExportStyle } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { Button, Checkbox, Select } from '../../ui/index.ts';

const STYLES: readonly ExportStyle[] = ['plain', 'author-date', 'footnote', 'numeric'];

/** What can be switched, whether it is on until somebody says otherwise, and for which kind of thing alone. */
const SWITCHES = [
  { choice: 'contents', usually: false },
  { choice: 'numbered', usually: false, only: 'outline' },
  { choice: 'plan', usually: false, only: 'outline' },
  { choice: 'fullText', usually: true, only: 'source' },
  { choice: 'notes', usually: true, only: 'tag' },
  { choice: 'tags', usually: true },
  { choice: 'comments', usually: true },
  { choice: 'inMargin', usually: false },
  { choice: 'quotationMarks', usually: false },
  { choice: 'sources', usually: true },
] as const satisfies readonly { choice: keyof ExportChoices; usually: boolean; only?: ExportKind }[];

/** How a summary cites, and what it holds. */
export function ExportChoicesForm({
  kind,
  choices,
  onChange,
}: {
  kind: ExportKind;
  choices: ExportChoices;
  onChange: (choices: ExportChoices) => void;
}) {
  const open = async (files: FileList | null) => {
    const csl = await files?.[0]?.text();
    if (csl !== undefined) onChange({ ...choices, csl });
  };
  const own = choices.csl === undefined ? [] : [{ id: 'own' as const, name: t('export.style.own') }];
  return (
    <>
      <div className="form two">
        <Select
          label={t('export.style')}
          choices={[...STYLES.map((style) => ({ id: style, name: t(`export.style.${style}`) })), ...own]}
          value={choices.csl === undefined ? (choices.style ?? 'plain') : 'own'}
          onChange={(style) => {
            if (style === 'own') return;
            const { csl: _, ...rest } = choices;
            onChange({ ...rest, style });
          }}
        />
        <FileTrigger acceptedFileTypes={['.csl', '.xml']} onSelect={(files) => void open(files)}>
          <Button>{t('export.style.file')}</Button>
        </FileTrigger>
      </div>
      <fieldset className="export-switches">
        <legend>{t('export.include')}</legend>
        {SWITCHES.filter((each) => !('only' in each) || each.only === kind).map(({ choice, usually }) => (
          <Checkbox
            key={choice}
            isSelected={choices[choice] ?? usually}
            onChange={(isOn) => onChange({ ...choices, [choice]: isOn })}
          >
            {t(`export.include.${choice}`)}
          </Checkbox>
        ))}
      </fieldset>
      <p className="field-description">{t('export.citeproc')}</p>
    </>
  );
}
