import { useState } from 'react';
import type { ExportChoices, ExportFormat, ExportKind, Output, Progress as Work } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { currentLanguage, LANGUAGES, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog, Progress, Select } from '../ui/index.ts';
import { keepCitationStyle, useCitationStyle } from './citation-style.ts';
import { ExportChoicesForm } from './export-choices.tsx';
import { ExportReport } from './export-report.tsx';
import { type ExportSubject, placeSubject, useExportSubjects } from './export-subjects.ts';
import { PresetForm } from './preset-form.tsx';

const KINDS: readonly ExportKind[] = ['outline', 'source', 'tag', 'entity', 'note'];
const FORMATS: readonly ExportFormat[] = ['docx', 'pdf', 'odt', 'html', 'markdown', 'latex', 'opml', 'text'];

/** Chooses what becomes a document, in which form and language; then shows what could not be resolved. */
export function ExportDialog({ subject, onClose }: { subject: ExportSubject | undefined; onClose: () => void }) {
  const client = useClient();
  const host = useHost();
  const [wanted, setWanted] = useState<ExportSubject>(() => subject ?? placeSubject());
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [language, setLanguage] = useState(currentLanguage);
  const [chosen, setChosen] = useState<ExportChoices>();
  const inForce = useCitationStyle();
  const choices: ExportChoices = chosen ?? inForce;
  const setChoices = (next: ExportChoices) => {
    setChosen(next);
    keepCitationStyle(client, inForce, next);
  };
  const [work, setWork] = useState<Work>();
  const [failure, setFailure] = useState<string>();
  const [stop, setStop] = useState<AbortController | null>(null);
  const [result, setResult] = useState<Output<'exports.create'>>();
  const subjects = useExportSubjects(wanted.kind);
  const id = subjects?.some((each) => each.id === wanted.id) ? wanted.id : (subjects?.[0]?.id ?? '');

  const run = async () => {
    const abort = new AbortController();
    setStop(abort);
    setFailure(undefined);
    setWork(undefined);
    try {
      const made = await client.call(
        'exports.create',
        { kind: wanted.kind, id, format, language, choices },
        { signal: abort.signal, onProgress: setWork },
      );
      for (const { download, fileName } of [made, ...made.beside]) host.download(download, fileName);
      setResult(made);
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
    } finally {
      setStop(null);
    }
  };

  if (result) return <ExportReport result={result} onClose={onClose} />;
  return (
    <Dialog
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" isDisabled={id === '' || stop !== null} onPress={() => void run()}>
            {t('export.run')}
          </Button>
        </>
      }
    >
      <div className="form two">
        <Select
          label={t('export.kind')}
          choices={KINDS.map((kind) => ({ id: kind, name: t(`export.kind.${kind}`) }))}
          value={wanted.kind}
          onChange={(kind) => setWanted({ kind, id: '' })}
        />
        {subjects && subjects.length > 0 ? (
          <Select
            label={t('export.which')}
            choices={subjects}
            value={id}
            onChange={(next) => setWanted({ ...wanted, id: next })}
          />
        ) : (
          <p className="report-sum">{subjects ? t('export.none') : t('ui.loading')}</p>
        )}
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
      {stop && (
        <Progress
          label={t('export.title')}
          done={work?.done ?? 0}
          total={work?.total ?? 0}
          onCancel={() => stop.abort()}
        />
      )}
      {failure && (
        <p role="alert" className="form-failure">
          {failure}
        </p>
      )}
    </Dialog>
  );
}
