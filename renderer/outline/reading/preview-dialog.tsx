import { useEffect, useMemo, useRef, useState } from 'react';
import type { Failure, Output } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { currentLanguage, t } from '../../i18n/index.ts';
import { failureSentence } from '../../messages/index.ts';
import { sessionsOf } from '../../notes/index.ts';
import { failureOf, openDialog } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';

type Report = Output<'exports.create'>['report'];

interface Preview {
  readonly html: string;
  readonly report: Report;
}

/** The summary as it will be exported, in a frame that runs no scripts and opens nothing. */
export function PreviewDialog({
  outlineId,
  title,
  onClose,
}: {
  outlineId: string;
  title: string;
  onClose: () => void;
}) {
  const client = useClient();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<Preview> => {
      await sessionsOf(client).flush();
      const input = { kind: 'outline', id: outlineId, format: 'html', language: currentLanguage() } as const;
      const { download, report } = await client.call('exports.create', input);
      const answer = await fetch(new URL(`download/${download}`, document.baseURI));
      return { html: await answer.text(), report };
    };
    load().then(
      (loaded) => isWanted && setPreview(loaded),
      (error: unknown) => isWanted && setFailure(failureOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [client, outlineId]);

  return (
    <Dialog
      title={t('outline.previewOf', { title })}
      size="large"
      onClose={onClose}
      actions={
        <Button
          look="primary"
          onPress={() => {
            onClose();
            openDialog({ kind: 'export', subject: { kind: 'outline', id: outlineId } });
          }}
        >
          {t('outline.export')}
        </Button>
      }
    >
      {failure && <p role="alert">{failureSentence(failure)}</p>}
      {!preview && !failure && <p role="status">{t('outline.previewComing')}</p>}
      {preview && (
        <>
          <p className="preview-report">
            {t('outline.previewReport', {
              quotations: preview.report.quotations,
              unresolved: preview.report.unresolved.length,
            })}
          </p>
          <PreviewFrame html={preview.html} />
        </>
      )}
    </Dialog>
  );
}

/**
 * The page's security policy, which the frame inherits, allows no style written into a page; the exported file brings
 * its own. So its rules are taken out of the page and handed over as a style sheet object, which the policy does not
 * concern. Scripts stay shut out by the sandbox.
 */
function PreviewFrame({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { page, rules } = useMemo(() => undress(html), [html]);
  const dress = () => {
    const shown = frame.current?.contentDocument;
    const realm = shown?.defaultView;
    if (!shown || !realm) return;
    const sheet = new realm.CSSStyleSheet();
    sheet.replaceSync(rules);
    shown.adoptedStyleSheets = [sheet];
  };
  return (
    <iframe
      ref={frame}
      className="preview-frame"
      title={t('outline.preview')}
      sandbox="allow-same-origin"
      srcDoc={page}
      onLoad={dress}
    />
  );
}

/** Words of the notebook are escaped in an exported file, so a `<style>` in it is always the exporter's own. */
function undress(html: string): { readonly page: string; readonly rules: string } {
  const rules: string[] = [];
  const page = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_element, text: string) => {
    rules.push(text);
    return '';
  });
  return { page, rules: rules.join('\n') };
}
