import type { Remark, SourceMetadata } from '../../../db/model/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { readText, type SourceReader } from '../source/index.ts';
import { markdownBlocks } from './blocks.ts';
import { type FrontMatter, takeFrontMatter } from './front-matter.ts';
import { markdownParser } from './parser.ts';

const METADATA_KEYS: ReadonlySet<string> = new Set([
  'title',
  'author',
  'authors',
  'date',
  'lang',
  'language',
  'url',
  'source',
]);

/**
 * Markdown as a source: headings, paragraphs, list items, quotes, preformatted text, table rows (cells
 * separated by tabs) and footnotes, each with its visible text. The title is the front matter's, else
 * the first heading, else the file's name.
 */
export const markdownReader: SourceReader = {
  read(bytes, name, choices) {
    const { text, encoding, remarks } = readText(bytes, choices.encoding);
    const { matter, body } = takeFrontMatter(text);
    const blocks = markdownBlocks(markdownParser().parse(body, {}));
    const heading = blocks.find((block) => block.kind === 'heading')?.text;
    return {
      ...metadata(matter),
      title: matter.get('title')?.[0] ?? heading ?? titleFromName(name),
      mediaType: 'text/markdown',
      encoding,
      blocks,
      remarks: [...remarks, ...leftOut(matter)],
    };
  },
};

function metadata(matter: FrontMatter): Partial<SourceMetadata> {
  const first = (...keys: string[]) => keys.map((key) => matter.get(key)?.[0]).find(Boolean);
  const authors = matter.get('author') ?? matter.get('authors');
  const date = first('date');
  const language = first('lang', 'language');
  const url = first('url', 'source');
  return {
    ...(authors === undefined ? {} : { authors }),
    ...(date === undefined ? {} : { date }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Front matter that has no place in a source's metadata is named, not lost in silence. */
function leftOut(matter: FrontMatter): Remark[] {
  const unknown = [...matter.keys()].filter((key) => !METADATA_KEYS.has(key));
  return unknown.length === 0 ? [] : [{ code: 'left-out', count: unknown.length, detail: unknown.join(', ') }];
}
