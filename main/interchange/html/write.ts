import {
  escapeMarkup,
  type SummaryDocument,
  type SummaryWriter,
  safeLink,
  sourceEntry,
  type Words,
} from '../summary/index.ts';
import { blocksHtml } from './blocks.ts';
import { STYLE } from './style.ts';

/**
 * A summary as one page that needs nothing else: no script, no font, no picture, no address it loads from; the policy in
 * its head forbids them too. Elements are closed as in XML, so that XML tools can read the page.
 */
export const htmlWriter: SummaryWriter = {
  extension: 'html',
  mediaType: 'text/html',
  write(document, words) {
    return new TextEncoder().encode(page(document, words));
  },
};

function page(document: SummaryDocument, words: Words): string {
  const { title, subtitle, language, blocks } = document;
  const heading = `<h1 dir="auto">${escapeMarkup(title)}</h1>`;
  const below = subtitle === undefined ? '' : `<p class="subtitle" dir="auto">${escapeMarkup(subtitle)}</p>`;
  const body = [heading, below, blocksHtml(blocks, words), sourceList(document, words)].filter((part) => part !== '');
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeMarkup(title)}</title>
${metadata(document)}
<style>${STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function metadata({ authors = [], createdAt }: SummaryDocument): string {
  const entries = [['generator', 'Lectern'], ['date', createdAt], ...authors.map((author) => ['author', author])];
  return entries
    .map(([name = '', content = '']) => `<meta name="${name}" content="${escapeMarkup(content)}" />`)
    .join('\n');
}

function sourceList({ sources }: SummaryDocument, words: Words): string {
  if (sources.length === 0) return '';
  const items = sources.map((source) => {
    const url = safeLink(source.url);
    const address = url === undefined ? '' : `. <a href="${escapeMarkup(url)}">${escapeMarkup(url)}</a>`;
    const language = source.language === '' ? '' : ` lang="${escapeMarkup(source.language)}"`;
    return `<li dir="auto"${language}>${escapeMarkup(sourceEntry(source))}${address}</li>`;
  });
  return `<section>\n<h2>${escapeMarkup(words.sources)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`;
}
