import { IMAGE_MEDIA_TYPES } from '../../../db/model/index.ts';
import {
  contentsOf,
  createFootnotes,
  escapeMarkup,
  type SummaryBlock,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
} from '../summary/index.ts';
import { blocksHtml, runsHtml, type Surroundings } from './blocks.ts';
import { STYLE } from './style.ts';

/**
 * A summary as one page that needs nothing else: no script, no font, no address it loads from; the policy in its
 * head forbids them too. Images are in it. Elements are closed as in XML, so that XML tools can read the page.
 */
export const htmlWriter: SummaryWriter = {
  extension: 'html',
  mediaType: 'text/html',
  images: IMAGE_MEDIA_TYPES,
  write(document, words) {
    return new TextEncoder().encode(page(document, words));
  },
};

function page(document: SummaryDocument, words: Words): string {
  const { title, subtitle, language, blocks } = document;
  const heading = `<h1 dir="auto">${escapeMarkup(title)}</h1>`;
  const below = subtitle === undefined ? '' : `<p class="subtitle" dir="auto">${escapeMarkup(subtitle)}</p>`;
  const contents = contentsOf(document).map((entry) => ({ ...entry, anchor: `heading-${entry.place}` }));
  const anchors = new Map<SummaryBlock, string>(contents.map((entry) => [entry.heading, entry.anchor]));
  const around: Surroundings = { words, footnotes: createFootnotes(), anchors };
  const body = [
    heading,
    below,
    contentsList(contents, words),
    blocksHtml(blocks, around),
    sourceList(document, around),
    notes(around),
  ].filter((part) => part !== '');
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:" />
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

function contentsList(
  entries: readonly { readonly level: number; readonly text: string; readonly anchor: string }[],
  words: Words,
): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ level, text, anchor }) =>
      `<li class="level-${level}" dir="auto"><a href="#${anchor}">${escapeMarkup(text)}</a></li>`,
  );
  const title = escapeMarkup(words.contents);
  return `<nav aria-label="${title}">\n<h2>${title}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>`;
}

function sourceList({ sources }: SummaryDocument, { words, footnotes }: Surroundings): string {
  if (sources.length === 0) return '';
  const items = sources.map((source) => {
    const language = source.language === '' ? '' : ` lang="${escapeMarkup(source.language)}"`;
    return `<li dir="auto"${language}>${runsHtml(sourceRuns(source), footnotes)}</li>`;
  });
  return `<section>\n<h2>${escapeMarkup(words.sources)}</h2>\n<ul class="sources">\n${items.join('\n')}\n</ul>\n</section>`;
}

/** The footnotes with their way back; one footnote may hold another, so the list is read until it no longer grows. */
function notes({ words, footnotes }: Surroundings): string {
  const items: string[] = [];
  for (let at = 0; at < footnotes.entries.length; at += 1) {
    const text = runsHtml(footnotes.entries[at] ?? [], footnotes);
    const back = `<a href="#note-sign-${at + 1}" role="doc-backlink" aria-label="↩ ${at + 1}">↩</a>`;
    items.push(`<li id="note-${at + 1}" dir="auto">${text} ${back}</li>`);
  }
  if (items.length === 0) return '';
  const title = escapeMarkup(words.footnotes);
  return `<section class="notes" role="doc-endnotes">\n<h2>${title}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
}
