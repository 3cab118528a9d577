import { type Remark, type SourceDraft, sourceText } from '../../../db/model/index.ts';
import { createComposer } from '../composer/index.ts';
import { decodeIn } from '../encoding/index.ts';
import { child, decodeMarkup, type MarkupElement, parseHtml } from '../markup/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { guessRemarks, type ReadingChoices, remarksOf, type SourceReader } from '../source/index.ts';
import { articleOf } from './article.ts';
import { composeHtml } from './flow.ts';
import { htmlMetadata } from './metadata.ts';

/** A web page as a source: all of its visible text in blocks, notes tied to their calls, nothing fetched and nothing run. */
export const htmlReader: SourceReader = {
  read: (bytes, name, choices) => readPage(bytes, name, choices, '', (address) => /^(?!data:)./i.test(address)),
};

/**
 * The same for a page that comes with its encoding.
 * @param label of the encoding by whoever sent the page; what the page says of itself counts where it is empty
 * @param isElsewhere whether a picture of this address came without the page; all are with it where it is left out
 */
export function readPage(
  bytes: Uint8Array,
  name: string,
  choices: ReadingChoices,
  label = '',
  isElsewhere: (address: string) => boolean = () => false,
): SourceDraft {
  const { encoding: chosen, page: part } = choices;
  const { text, ...decoded } = chosen === undefined ? decodeMarkup(bytes, label) : decodeIn(bytes, chosen);
  const { encoding, replaced } = decoded;
  const remarks: Remark[] = [];
  remarks.push(...guessRemarks(bytes, decoded));
  if (replaced > 0) remarks.push({ code: 'replaced-bytes', count: replaced, detail: encoding });
  const draft = readHtml(text, name, part, isElsewhere);
  return { ...draft, encoding, remarks: [...remarks, ...draft.remarks] };
}

function readHtml(
  text: string,
  name: string,
  part: ReadingChoices['page'],
  isElsewhere: (address: string) => boolean,
): SourceDraft {
  const root = parseHtml(text);
  const whole = composed(root, isElsewhere);
  const { blocks, remarks } = part === 'article' ? articleIn(root, whole, isElsewhere) : whole;
  const { title, ...metadata } = htmlMetadata(root, text);
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text;
  return {
    ...metadata,
    title: title || heading || titleFromName(name),
    mediaType: 'text/html',
    encoding: 'utf-8',
    blocks,
    remarks,
  };
}

type Composed = Pick<SourceDraft, 'blocks' | 'remarks'>;

function composed(root: MarkupElement, isElsewhere: (address: string) => boolean): Composed {
  const composer = createComposer('trim');
  const met = composeHtml(child(root, 'body') ?? root, composer, { isElsewhere });
  return { blocks: composer.finish().blocks, remarks: remarksOf(met) };
}

/** What of a page is its article, or the page where there is none; where it leaves no word out, it is the page. */
function articleIn(root: MarkupElement, whole: Composed, isElsewhere: (address: string) => boolean): Composed {
  const found = articleOf(root);
  if (found === undefined) return { ...whole, remarks: [{ code: 'no-article' }, ...whole.remarks] };
  const article = composed(found, isElsewhere);
  if (sourceText(article.blocks) === sourceText(whole.blocks)) return whole;
  return { ...article, remarks: [{ code: 'article-only' }, ...article.remarks] };
}
