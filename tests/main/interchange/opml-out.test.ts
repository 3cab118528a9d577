import { expect, test } from 'vitest';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { has, runOn } from './programs.ts';
import { summary } from './sample.ts';

const opmlOf = async (document: SummaryDocument) => new TextDecoder().decode(await writeSummary(document, 'opml'));

/** The texts of the outline with two spaces for each level. */
function texts(opml: string): string[] {
  return [...opml.matchAll(/^( *)<outline(?: type="\w+")? text="([^"]*)"/gm)].map(
    ([, indent, text]) => `${indent}${text}`,
  );
}

test('what stands under a heading hangs below it, whatever ranks are left out', async () => {
  const heading = (level: number, text: string) => ({ kind: 'heading' as const, level, runs: [{ text }] });
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });
  const blocks = [
    paragraph('a'),
    heading(1, 'b'),
    paragraph('c'),
    heading(3, 'd'),
    paragraph('e'),
    heading(2, 'f'),
    heading(1, 'g'),
  ];
  expect(texts(await opmlOf(summary({ blocks, sources: [] })))).toEqual(['a', 'b', '  c', '  d', '    e', '  f', 'g']);
});

test('a quotation is its words, and below them its source and locator', async () => {
  const opml = await opmlOf(summary());
  expect(opml).toContain(
    '<outline type="quotation" text="De tre styrte sammen.&#10;იოსებ სტალინი var én av dem." _note="Styret i 1923, ¶ 3–4&#10;triumvirate, to verify&#10;Comment: Compare with the minutes."/>',
  );
  expect(opml).toContain('text="[Missing here: Minutes, ¶ 7 – it is in the trash]" _note="The vote was open."');
  expect(opml).toContain('<dateCreated>Mon, 23 Nov 2026 10:00:00 GMT</dateCreated>');
});

test('an empty summary still has the one line OPML asks for', async () => {
  expect(texts(await opmlOf(summary({ blocks: [], sources: [] })))).toEqual(['The road to power']);
});

test.skipIf(!has('xmllint'))('is well-formed whatever is in it (skipped where xmllint is not installed)', async () => {
  const text = '<a b="c">&amp;\u0000\ud800\uffff]]>\t\n';
  const document = summary({
    title: text,
    authors: [text],
    blocks: [...summary().blocks, { kind: 'quotation', highlightId: 'h', text, sourceTitle: text, locator: text }],
  });
  runOn({ 'a.opml': await writeSummary(document, 'opml') }, 'xmllint', ['--noout', 'a.opml'], () => undefined);
});
