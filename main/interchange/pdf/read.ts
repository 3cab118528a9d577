import type { Remark, SourceDraft } from '../../../db/model/index.ts';
import { createComposer } from '../composer/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { remarksOf, type SourceReader } from '../source/index.ts';
import { composePages } from './flow.ts';
import { withPdf } from './open.ts';
import { readPage } from './page.ts';
import type { PageText } from './piece.ts';

/** So many pages are named; of a book that is half pictures the number says enough. */
const MOST_NAMED = 8;

/** Of a file that is scanned in part somebody has to know which pages are missing. */
function withoutText(pages: readonly PageText[], called: readonly string[]): Remark[] {
  const names = called.filter((_, at) => pages[at]?.pieces.length === 0);
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMED ? ' …' : '';
  return [
    { code: 'pages-without-text', count: names.length, detail: `${names.slice(0, MOST_NAMED).join(', ')}${more}` },
  ];
}

/** A PDF with a text layer; what its pages are called are the labels of its blocks. */
export const pdfReader: SourceReader = {
  read: (bytes, name, { password }) =>
    withPdf(bytes, name, password, async (document): Promise<SourceDraft> => {
      const labels = await document.getPageLabels();
      const pages: PageText[] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        pages.push(await readPage(page));
        page.cleanup();
      }
      const composer = createComposer('trim');
      const called = pages.map((_, index) => `p. ${labels?.[index] || index + 1}`);
      const met = composePages(pages, called, composer);
      const { blocks, highlights } = composer.finish();
      const { info } = await document.getMetadata();
      const facts: Record<string, unknown> = { ...info };
      const said = (key: string) => (typeof facts[key] === 'string' ? facts[key].replace(/\s+/g, ' ').trim() : '');
      const author = said('Author');
      const date = /^D:(\d{4})(\d\d)?(\d\d)?/.exec(said('CreationDate'));
      return {
        title: said('Title').replace(/^Microsoft Word - /, '') || titleFromName(name),
        ...(author === '' ? {} : { authors: author.split(/\s*;\s*/).filter((each) => each !== '') }),
        ...(date === null
          ? {}
          : {
              date: date
                .slice(1)
                .filter((part) => part !== undefined)
                .join('-'),
            }),
        ...(said('Language') === '' ? {} : { language: said('Language') }),
        mediaType: 'application/pdf',
        encoding: 'utf-8',
        blocks,
        highlights,
        // The file is kept all the same: text can be recognised in it elsewhere.
        remarks: blocks.length === 0 ? [{ code: 'no-text-layer' }] : [...remarksOf(met), ...withoutText(pages, called)],
      };
    }),
};
