import { useState } from 'react';
import type { ExportChoices, ExportFormat, ExportSubject } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { currentLanguage, LANGUAGES, t } from '../../i18n/index.ts';
import { Button, Dialog, Progress, Select } from '../../ui/index.ts';
import { SummaryPreview } from '../preview/summary-preview.tsx';
import { ExportChoicesForm } from './choices-form.tsx';
import { keepCitationStyle, useCitationStyle } from './citation-style.ts';
import { ExportReport } from './export-report.tsx';
import { PresetForm } from './preset-form.tsx';
import { SubjectForm } from './subject-form.tsx';
import { placeSubject, useThings } from './subjects.ts';
import { useExport } from './use-export.ts';
import './export.css';

const FORMATS: readonly ExportFormat[] = ['docx', 'pdf', 'odt', 'html', 'markdown', 'latex', 'opml', 'text'];

export interface ExportDialogProps {
  /** Left out: what the researcher is looking at. */
  readonly subject: ExportSubject | undefined;
  readonly choices: ExportChoices | undefined;
  readonly onClose: () => void;
}

/** Chooses what becomes a document, in which form and language, and shows it as it will be; then what could not be resolved. */
export function ExportDialog({ subject, choices: given, onClose }: ExportDialogProps) {
  const client = useClient();
  const [wanted, setWanted] = useState<ExportSubject>(() => subject ?? placeSubject());
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [language, setLanguage] = useState(currentLanguage);
  const [chosen, setChosen] = useState(given);
  const inForce = useCitationStyle();
  const choices: ExportChoices = chosen ?? inForce;
  const setChoices = (next: ExportChoices) => {
    setChosen(next);
    keepCitationStyle(client, inForce, next);
  };
  const { run, work, failure, result, isRunning, cancel } = useExport();
  const ready = useReady(wanted);

  if (result) return <ExportReport result={result} onClose={onClose} />;
  return (
    <Dialog
      title={t('export.title')}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={ready === null || isRunning}
            onPress={() => ready && void run(ready, { format, language, choices })}
          >
            {t('export.run')}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-form">
          <div className="form two">
            <SubjectForm subject={ready ?? wanted} onChange={setWanted} />
            <Select
              label={t('export.format')}
              choices={FORMATS.map((each) => ({ id: each, name: t(`export.format.${each}`) }))}
              value={format}
              onChange={setFormat}
            />
            <Select label={t('export.language')} choices={LANGUAGES} value={language} onChange={setLanguage} />
          </div>
          <ExportChoicesForm kind={wanted.kind} choices={choices} onChange={setChoices} />
          <PresetForm
            present={{ format, language, choices }}
            onTake={(preset) => {
              setFormat(preset.format);
              setLanguage(preset.language);
              setChoices(preset.choices);
            }}
          />
          {isRunning && (
            <Progress label={t('export.title')} done={work?.done ?? 0} total={work?.total ?? 0} onCancel={cancel} />
          )}
          {failure && (
            <p role="alert" className="form-failure">
              {failure}
            </p>
          )}
        </div>
        <SummaryPreview subject={ready} language={language} choices={choices} />
      </div>
    </Dialog>
  );
}

/** The subject once it is one: of things the one named or else the first, of a search one with words. */
function useReady(wanted: ExportSubject): ExportSubject | null {
  const things = useThings(wanted.kind === 'search' ? null : wanted.kind);
  if (wanted.kind === 'search') return wanted.query.trim() === '' ? null : { ...wanted, query: wanted.query.trim() };
  if (things?.some(({ id }) => id === wanted.id)) return wanted;
  const [first] = things ?? [];
  return first === undefined ? null : { kind: wanted.kind, id: first.id };
}
