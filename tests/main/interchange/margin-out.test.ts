import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { has, runOn } from './programs.ts';
import { summary } from './sample.ts';
import { zipEntry } from './zip-entry.ts';

const quotation = {
  kind: 'quotation',
  highlightId: 'h',
  text: 'The vote was open.\nThe door was not. ',
  sourceTitle: 'Minutes',
  locator: '¶ 7–8',
  tags: ['votes', 'to verify'],
  comment: 'Who counted?\nAnd <when>?',
} as const;

const inMargin = summary({
  inMargin: true,
  blocks: [quotation, { ...quotation, tags: [], comment: '' }],
});

const withFootnote = summary({
  inMargin: true,
  blocks: [{ ...quotation, citation: { place: 'footnote', runs: [{ text: 'N' }] } }],
});

async function wordHtml(document: SummaryDocument): Promise<string> {
  const buffer = Buffer.from(await writeSummary(document, 'docx'));
  const styleMap = ['comment-reference => sup', "p[style-name='Quote source'] => p.source:fresh"];
  return (await mammoth.convertToHtml({ buffer }, { styleMap })).value;
}

test('in Word, tags and comments are comments on the words they are about, and the text has them no more', async () => {
  const html = await wordHtml(inMargin);
  const [text = '', remarks = ''] = html.split('<dl>');
  expect(text).toContain('The door was not. <sup><a href="#comment-0"');
  expect(text).toContain('<p class="source">— Minutes, ¶ 7–8</p>');
  expect(text).not.toContain('votes');
  expect(text).not.toContain('Who counted');
  expect(remarks).toMatch(/<p>votes, to verify<\/p><p>Who counted\?<\/p><p>And &lt;when&gt;\? /);
  expect(html.match(/href="#comment-\d/g)).toHaveLength(1);
  expect(zipEntry(await writeSummary(inMargin, 'docx'), 'word/comments.xml')).toContain('w:author="Lectern"');
  expect(await writeSummary(inMargin, 'docx')).toEqual(await writeSummary(inMargin, 'docx'));
});

test('where Word has footnotes there are no comments, and the sign stands behind the last word, before the space', async () => {
  const html = await wordHtml(withFootnote);
  expect(html).not.toContain('comment-');
  expect(html).toContain('Who counted?');
  expect(html).toMatch(/The door was not\.<sup><a href="#footnote-1"[^>]*>\[1\]<\/a><\/sup> <\/p>/);
});

test('in OpenDocument they are annotations of the words', async () => {
  const xml = zipEntry(await writeSummary(inMargin, 'odt'), 'content.xml');
  expect(xml.replaceAll('\n', '')).toMatch(
    /<office:annotation office:name="remark-1">.*<text:p>votes, to verify<\/text:p><text:p>Who counted\?<\/text:p>.*<\/office:annotation>The vote was open\..*The door was not\.<text:s text:c="1"\/><office:annotation-end office:name="remark-1"\/><\/text:p>/,
  );
  expect(xml.match(/<office:annotation /g)).toHaveLength(1);
});

test('in a format without margins they stay in the text', async () => {
  const text = new TextDecoder().decode(await writeSummary(inMargin, 'markdown'));
  expect(text).toContain('— Minutes, ¶ 7–8 · votes, to verify');
  expect(text).toContain('_Comment_: Who counted?');
});

test.skipIf(!has('soffice'))(
  'LibreOffice opens both and finds the comments (skipped where it is absent)',
  async () => {
    for (const format of ['docx', 'odt'] as const) {
      const bytes = await writeSummary(inMargin, format);
      const args = ['--headless', '--convert-to', 'fodt', `in.${format}`];
      const flat = runOn({ [`in.${format}`]: bytes }, 'soffice', args, (folder) =>
        readFileSync(`${folder}/in.fodt`, 'utf8'),
      );
      expect(flat, format).toContain('<office:annotation ');
      expect(flat, format).toContain('Who counted?');
    }
  },
  120_000,
);
