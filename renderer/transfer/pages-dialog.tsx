import { useEffect, useState } from 'react';
import type { Failure, Output } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { Button, Dialog, Radios, Select, useDrawnSoFar } from '../ui/index.ts';
import type { PageChoice } from './importing.ts';

type Preview = Output<'imports.previewPage'>;
type Seen = { readonly preview: Preview } | { readonly failure: Failure };

/** Asks what is taken of web pages that are to be imported, and shows what either choice would give. */
export function PagesDialog({ choice }: { readonly choice: PageChoice }) {
  const { files, answer } = choice;
  const [part, setPart] = useState<'whole' | 'article'>('whole');
  const [at, setAt] = useState(0);
  const seen = usePreview(files[at]);
  const drawn = useDrawnSoFar(files.length);
  return (
    <Dialog
      title={t('import.pages')}
      size="large"
      onClose={() => answer(null)}
      actions={
        <>
          <Button onPress={() => answer(null)}>{t('ui.cancel')}</Button>
          <Button look="primary" autoFocus onPress={() => answer(part)}>
            {t('import.pagesTake')}
          </Button>
        </>
      }
    >
      <div className="form">
        <Radios
          label={t('import.pagesPart')}
          choices={[
            { id: 'whole', name: t('import.pagesWhole') },
            { id: 'article', name: t('import.pagesArticle') },
          ]}
          value={part}
          onChange={setPart}
        />
        {files.length > 1 && (
          <Select
            label={t('import.pagesOf')}
            choices={files.slice(0, drawn).map(({ name }, index) => ({ id: String(index), name }))}
            value={String(at)}
            onChange={(chosen) => setAt(Number(chosen))}
          />
        )}
      </div>
      {seen === null && <p className="report-sum">{t('import.pagesLoading')}</p>}
      {seen && 'failure' in seen && <p role="alert">{failureSentence(seen.failure)}</p>}
      {seen && 'preview' in seen && <PagePreview {...seen.preview} part={part} />}
    </Dialog>
  );
}

function PagePreview({ whole, article, part }: Preview & { readonly part: 'whole' | 'article' }) {
  const shown = part === 'article' ? (article ?? whole) : whole;
  return (
    <>
      <p className="report-sum" role="status">
        {part === 'article' && article === null
          ? t('import.pagesNone')
          : t('import.pagesWords', { count: shown.words, all: whole.words })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard */}
      <section className="page-preview" tabIndex={0} aria-label={t('import.pagesPreview')}>
        {shown.blocks.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two blocks may say the same
          <p key={index} data-kind={kind} dir="auto">
            {text}
          </p>
        ))}
      </section>
    </>
  );
}

/** Null while the page is being read. */
function usePreview(file: File | undefined): Seen | null {
  const client = useClient();
  const host = useHost();
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    if (file === undefined) return;
    const abort = new AbortController();
    setSeen(null);
    host
      .upload(file, abort.signal)
      .then((upload) => client.call('imports.previewPage', { upload, name: file.name }, { signal: abort.signal }))
      .then((preview) => setSeen({ preview }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setSeen({ failure: failureOf(error) });
      });
    return () => abort.abort();
  }, [client, host, file]);
  return seen;
}
