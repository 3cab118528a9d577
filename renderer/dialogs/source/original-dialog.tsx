import { useState } from 'react';
import { useClient, useHost } from '../../client/index.ts';
import { showPages } from '../../facsimile/index.ts';
import { encodingName, formatBytes, formatDate, formatName, t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { failureOf, openDialog, useQuery, useSteadyQuery } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import './original-dialog.css';

/** So many characters are shown at a time, in UTF-16 units. */
const PAGE = 20_000;

/**
 * The file a source was made from: what it is, and what is written in it, as characters and nothing else: nothing in it runs here.
 * Pages of a PDF are shown beside the text.
 */
export function OriginalDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const client = useClient();
  const host = useHost();
  const source = useQuery('sources.get', { id }).data;
  const [from, setFrom] = useState(0);
  const [failure, setFailure] = useState<string>();
  const shown = useSteadyQuery('sources.originalText', { id, from, length: PAGE });
  if (!source) return null;
  const { fileName, mediaType, size, sha256, encoding, createdAt } = source;
  const text = shown.data;
  const isOfAnyEncoding = mediaType.startsWith('text/') || mediaType === 'application/x-subrip';
  const hasPages = mediaType === 'application/pdf';
  const save = async () => {
    try {
      const saved = await client.call('sources.saveOriginal', { id });
      host.download(saved.download, saved.fileName);
    } catch (error) {
      setFailure(failureSentence(failureOf(error)));
    }
  };
  return (
    <Dialog
      title={t('original.title')}
      onClose={onClose}
      size="large"
      actions={
        <>
          {hasPages && (
            <Button
              onPress={() => {
                onClose();
                showPages(id);
              }}
            >
              {t('original.showPages')}
            </Button>
          )}
          {isOfAnyEncoding && (
            <Button onPress={() => openDialog({ kind: 'encoding', ids: [id] })}>{t('encoding.open')}</Button>
          )}
          <Button look="primary" autoFocus onPress={() => void save()}>
            {t('original.save')}
          </Button>
        </>
      }
    >
      {failure && (
        <p role="alert" className="form-failure">
          {failure}
        </p>
      )}
      <dl className="original-facts">
        <dt>{t('original.file')}</dt>
        <dd dir="auto">{fileName || t('original.pasted')}</dd>
        <dt>{t('original.kind')}</dt>
        <dd>
          {formatName(mediaType)}, {formatBytes(size)}
          {isOfAnyEncoding && `, ${encodingName(encoding)}`}
        </dd>
        <dt>{t('original.imported')}</dt>
        <dd>{formatDate(createdAt)}</dd>
        <dt>SHA-256</dt>
        <dd className="original-hash">{sha256}</dd>
      </dl>
      {text ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard */}
          <section className="original-text" tabIndex={0} aria-label={t('original.text')}>
            <pre dir="auto">{text.text}</pre>
          </section>
          {text.total > PAGE && (
            <div className="original-pages">
              <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - PAGE))}>
                {t('original.before')}
              </Button>
              <span role="status">{t('original.part', { at: from / PAGE + 1, of: Math.ceil(text.total / PAGE) })}</span>
              <Button isDisabled={from + PAGE >= text.total} onPress={() => setFrom(from + PAGE)}>
                {t('original.after')}
              </Button>
            </div>
          )}
        </>
      ) : (
        shown.failure && <p className="original-words">{t(hasPages ? 'original.pages' : 'original.notWritten')}</p>
      )}
    </Dialog>
  );
}
