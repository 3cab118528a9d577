import { useMemo, useRef } from 'react';
import { t } from '../../i18n/index.ts';

/**
 * A summary's page in a frame that runs no scripts and opens nothing. The page's security policy, which the frame inherits, allows no style written into a page; the exported file brings
 * its own. So its rules are taken out of the page and handed over as a style sheet object, which the policy does not
 * concern. Where somebody has read to stays where it is when the page is made anew.
 */
export function PreviewFrame({ html }: { html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const top = useRef(0);
  const { page, rules } = useMemo(() => undress(html), [html]);
  const dress = () => {
    const shown = frame.current?.contentDocument;
    const realm = shown?.defaultView;
    if (!shown || !realm) return;
    const sheet = new realm.CSSStyleSheet();
    sheet.replaceSync(rules);
    shown.adoptedStyleSheets = [sheet];
    realm.scrollTo(0, top.current);
    realm.addEventListener('scroll', () => {
      top.current = realm.scrollY;
    });
  };
  return (
    <iframe
      ref={frame}
      className="preview-frame"
      title={t('export.preview')}
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
