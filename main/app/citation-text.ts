import { type Connection, settings, sources, whereabouts } from '../../db/index.ts';
import { CITATION_STYLE_SETTING, type Source } from '../../db/model/index.ts';
import { EXPORT_STYLES, type ExportStyle } from '../contract/methods.ts';
import { attribution, createCiter, type Run, sourceEntry, wordsFor } from '../interchange/index.ts';

/** Words of a source, and where they stand. */
export interface CitedWords {
  readonly quote: string;
  /** Null where the source is gone; then it is called as it was. */
  readonly sourceId: string | null;
  readonly sourceTitle: string;
  readonly locator: string;
}

/** A quotation for the clipboard. */
export interface CitationText {
  readonly text: string;
  readonly html: string;
}

/**
 * A quotation with its source line, in the citation style of the notebook: after the words or in a line of its own, as the style
 * does it; a style that names sources in short is followed by the whole entry, since the list of sources is not copied along.
 * @throws LecternError `bad-style`
 */
export function citationText(connection: Connection, words: CitedWords, language: 'en' | 'nb'): CitationText {
  const { quote, sourceId, sourceTitle, locator } = words;
  const [open, close] = wordsFor(language).quotes;
  const quoted = `${open}${quote}${close}`;
  const isHere = sourceId !== null && whereabouts(connection, 'source', sourceId) === 'here';
  if (!isHere) return inLines(quoted, [[{ text: attribution({ sourceTitle, locator }) }]]);
  const source = sources.get(connection, sourceId);
  const style = styleInForce(connection);
  if (style === 'plain')
    return inLines(quoted, [[{ text: attribution({ sourceTitle: sourceEntry(source), locator }) }]]);
  return cited(quoted, source, locator, style, language);
}

function cited(
  quoted: string,
  source: Source,
  locator: string,
  style: Exclude<ExportStyle, 'plain'> | { readonly csl: string },
  language: 'en' | 'nb',
): CitationText {
  const citer = createCiter(style, language, [source]);
  const { place, runs } = citer.cite(source.id, locator);
  if (place === 'footnote') return inLines(quoted, [runs]);
  const [entry] = citer.bibliography();
  return inLines(quoted, entry === undefined ? [] : [entry.runs], runs);
}

/** The style that was chosen last; in words of our own where none was, or where what is kept is no style. */
function styleInForce(connection: Connection): ExportStyle | { readonly csl: string } {
  const kept = settings.get(connection, CITATION_STYLE_SETTING);
  if (typeof kept !== 'object' || kept === null) return 'plain';
  if ('csl' in kept && typeof kept.csl === 'string') return { csl: kept.csl };
  return EXPORT_STYLES.find((style) => 'style' in kept && kept.style === style) ?? 'plain';
}

function inLines(quoted: string, lines: readonly (readonly Run[])[], after: readonly Run[] = []): CitationText {
  const follows = after.length > 0;
  return {
    text: [follows ? `${quoted} ${textOf(after)}` : quoted, ...lines.map(textOf)].join('\n'),
    html: [
      `<blockquote>${htmlOfText(quoted)}${follows ? ` ${htmlOf(after)}` : ''}</blockquote>`,
      ...lines.map((runs) => `<p>${htmlOf(runs)}</p>`),
    ].join(''),
  };
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

const TAGS: Readonly<Partial<Record<string, string>>> = {
  em: 'em',
  strong: 'strong',
  superscript: 'sup',
  subscript: 'sub',
};

function htmlOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks = [] }) => {
      const tags = marks.flatMap((mark) => TAGS[mark] ?? []);
      return `${tags.map((tag) => `<${tag}>`).join('')}${htmlOfText(text)}${tags
        .toReversed()
        .map((tag) => `</${tag}>`)
        .join('')}`;
    })
    .join('');
}

function htmlOfText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');
}
