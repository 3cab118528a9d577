import { CircleAlert, CircleCheck, CircleDashed, CircleSlash } from 'lucide-react';
import { memo } from 'react';
import type { ImportedFile, Remark } from '../../main/contract/index.ts';
import { encodingName, languageName, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { go, openDialog } from '../state/index.ts';
import { Button, useDrawnSoFar } from '../ui/index.ts';
import { asFailure } from './as-failure.ts';
import { isOfEncoding } from './importing.ts';

const SIGNS = { imported: CircleCheck, duplicate: CircleSlash, failed: CircleAlert, cancelled: CircleDashed };

/** What somebody has to look at stands first, whatever else came in with it. */
const ORDER: Readonly<Record<ImportedFile['outcome'], number>> = { failed: 0, cancelled: 1, imported: 2, duplicate: 2 };

export interface ImportResultsProps {
  readonly files: readonly ImportedFile[];
  /** Before a source is opened. */
  readonly onLeave: () => void;
}

/** What became of every file of an import, and why. */
export function ImportResults({ files, onLeave }: ImportResultsProps) {
  const drawn = useDrawnSoFar(files.length);
  const marked = files.flatMap(({ source, remarks }) => (source && remarks.some(isMarked) ? [source.id] : []));
  return (
    <>
      <p className="report-sum">{sumOf(files)}</p>
      {marked.length > 0 && (
        <p className="report-offer">
          {t('import.tagColoursNote', { count: marked.length })}{' '}
          <Button onPress={() => openDialog({ kind: 'tag-colours', sourceIds: marked })}>
            {t('import.tagColours')}
          </Button>
        </p>
      )}
      <ul className="report-list">
        {inOrder(files)
          .slice(0, drawn)
          .map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
            <FileResult key={index} file={file} onLeave={onLeave} />
          ))}
      </ul>
    </>
  );
}

/** One file of the report. */
const FileResult = memo(function FileResult({ file, onLeave }: { file: ImportedFile; onLeave: () => void }) {
  const Sign = SIGNS[file.outcome];
  const { source, earlier } = file;
  return (
    <li className={`report-file ${file.outcome}`}>
      <Sign aria-hidden size={16} />
      <div>
        <strong dir="auto">{file.fileName}</strong>
        {file.outcome === 'imported' && source && <p dir="auto">{factsOf(file)}</p>}
        {wordsOf(file).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {source && file.remarks.some(({ code }) => isOfEncoding(code)) && (
        <Button onPress={() => openDialog({ kind: 'encoding', ids: [source.id] })}>{t('encoding.open')}</Button>
      )}
      {source && earlier && (
        <Button onPress={() => openDialog({ kind: 'carry-over', to: source.id, from: earlier.id })}>
          {t('import.carry')}
        </Button>
      )}
      {source && (
        <Button
          onPress={() => {
            onLeave();
            go({ view: 'read', sourceId: source.id });
          }}
        >
          {t('library.read')}
        </Button>
      )}
    </li>
  );
});

function inOrder(files: readonly ImportedFile[]): readonly ImportedFile[] {
  return files.toSorted((one, other) => ORDER[one.outcome] - ORDER[other.outcome]);
}

/** Whether a document came with highlights. */
function isMarked({ code }: Remark): boolean {
  return code === 'highlights-taken' || code === 'comments-taken';
}

/** What the file said of itself, as far as it did, and in which language it is. */
function factsOf({ source, languageConfidence }: ImportedFile): string {
  if (!source) return '';
  const { title, authors, date, publisher, language } = source;
  const spoken = language === '' ? '' : languageName(language);
  const found =
    languageConfidence === undefined
      ? spoken
      : t('import.foundLanguage', { language: spoken, share: Math.round(languageConfidence * 100) });
  return [title, authors.join('; '), date, publisher, found].filter((fact) => fact !== '').join(' · ');
}

/** A report as a text of its own: a heading, the sum, and what became of each file. */
export function resultsAsText(title: string, files: readonly ImportedFile[]): string {
  const entries = inOrder(files).map((file) =>
    [file.fileName, ...wordsOf(file).map((words) => `    ${words}`)].join('\n'),
  );
  return `${[title, sumOf(files), ...entries].join('\n\n')}\n`;
}

function sumOf(files: readonly ImportedFile[]): string {
  const count = (outcome: ImportedFile['outcome']) => files.filter((file) => file.outcome === outcome).length;
  return t('import.sum', {
    imported: count('imported'),
    duplicate: count('duplicate'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  });
}

function wordsOf(file: ImportedFile): string[] {
  const { earlier, remarks } = file;
  const before = earlier && t('import.earlier', { title: earlier.title, highlights: earlier.highlights });
  return [outcomeWords(file), ...remarks.map(remarkWords), ...(before ? [before] : [])];
}

function outcomeWords({ outcome, source, failure }: ImportedFile): string {
  if (outcome === 'cancelled') return t('import.notBegun');
  // Nothing else is forbidden in an import.
  if (failure?.code === 'not-allowed') return t('import.leadsOut');
  if (outcome === 'failed') return failure ? failureSentence(asFailure(failure)) : t('failure.internal');
  if (!source) return t(outcome === 'duplicate' ? 'import.duplicateGone' : 'import.gone');
  const { title, blocks, words } = source;
  if (outcome === 'duplicate') return t('import.duplicate', { title });
  return blocks === 0 ? t('import.kept') : t('import.imported', { blocks, words });
}

function remarkWords({ code, count = 0, detail = '' }: Remark): string {
  return t(`remark.${code}`, { count, detail: isOfEncoding(code) ? encodingName(detail) : detail });
}
