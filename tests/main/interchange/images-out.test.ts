import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { imageFacts } from '../../../db/model/index.ts';
import {
  fitImages,
  type ImageFile,
  imagesIn,
  type Run,
  reportOf,
  SUMMARY_WRITERS,
  type SummaryDocument,
  type SummaryFormat,
  writeSummary,
} from '../../../main/interchange/index.ts';
import { gifOf, pngOf, webpHead } from '../../support/images.ts';
import { has, runOn } from './programs.ts';
import { summary } from './sample.ts';

function fileOf(bytes: Uint8Array): ImageFile {
  const facts = imageFacts(bytes);
  if (facts === undefined) throw new Error('It is an image.');
  return { ...facts, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, bytes };
}

const MAP = fileOf(pngOf(1200, 300));
const PLAN = fileOf(gifOf(40, 30));
const FACE = fileOf(webpHead('VP8L', 40, 30));
const GONE = '0'.repeat(64);

const image = (sha256: string, text: string): Run => ({ text, image: { sha256 } });

/** A summary with an image in each place there is for one, fitted for a format. */
function fitted(format: SummaryFormat, files: readonly ImageFile[] = [MAP, PLAN, FACE]): SummaryDocument {
  const alone = (run: Run) => ({ kind: 'paragraph' as const, runs: [run] });
  const document = summary({
    sources: [],
    blocks: [
      alone(image(MAP.sha256, 'The “front” <east> & [more]')),
      { kind: 'list', ordered: false, start: 1, items: [{ blocks: [alone(image(MAP.sha256, ''))] }] },
      { kind: 'table', rows: [[{ header: false, runs: [{ text: 'Plan ' }, image(PLAN.sha256, 'Plan')] }]] },
      alone(image(FACE.sha256, 'A face')),
      { kind: 'quote', blocks: [alone(image(GONE, 'A lost one'))] },
    ],
  });
  expect(imagesIn(document.blocks)).toEqual([MAP.sha256, PLAN.sha256, FACE.sha256, GONE]);
  return fitImages(document, files, SUMMARY_WRITERS[format].images);
}

const textOf = async (document: SummaryDocument, format: SummaryFormat) =>
  new TextDecoder().decode(await writeSummary(document, format));

const base64 = ({ mediaType, bytes }: ImageFile) => `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

test.each([
  ['markdown', 0],
  ['html', 0],
  ['docx', 1],
  ['odt', 1],
  ['latex', 2],
  ['opml', 4],
  ['text', 4],
] as const)('%s: what it cannot hold is said, and what is missing is named where it was', (format, left) => {
  const { skipped, unresolved } = reportOf(fitted(format));
  expect(skipped).toEqual(left === 0 ? [] : [{ code: 'images', count: left }]);
  expect(unresolved).toEqual([{ where: 'The road to power', what: 'A lost one', reason: 'missing' }]);
});

test('Markdown has images as addresses at its end, each once, and any program reads them', async () => {
  const markdown = await textOf(fitted('markdown'), 'markdown');
  expect(markdown).toContain('\n![The “front” \\<east> & \\[more\\]][image-1]\n');
  expect(markdown).toContain('| Plan ![Plan][image-2] |');
  const [first = '', second = '', third = ''] = markdown.trimEnd().split('\n').slice(-3);
  expect([first, second, third]).toEqual([
    `[image-1]: ${base64(MAP)}`,
    `[image-2]: ${base64(PLAN)}`,
    `[image-3]: ${base64(FACE)}`,
  ]);
  expect(markdown).toContain('**\\[Missing here: A lost one – it is no longer in the notebook\\]**');
});

test('HTML is one file that may load nothing but what is in it', async () => {
  const html = await textOf(fitted('html'), 'html');
  expect(html).toContain(
    `<img src="${base64(MAP)}" alt="The “front” &lt;east&gt; &amp; [more]" width="1200" height="300" />`,
  );
  expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  expect(html.match(/<img /g)).toHaveLength(4);
});

test('a Word file has the same bytes, no wider than its page, with their words, and is the same each time', async () => {
  const made = await writeSummary(fitted('docx'), 'docx');
  const parts = unzipSync(made);
  const media = Object.entries(parts).filter(([path]) => path.startsWith('word/media/'));
  expect(media.map(([path, bytes]) => [path.split('.').at(-1), Buffer.from(bytes).toString('base64')]).sort()).toEqual([
    ['gif', Buffer.from(PLAN.bytes).toString('base64')],
    ['png', Buffer.from(MAP.bytes).toString('base64')],
  ]);
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  expect(xml).toContain('descr="The “front” &lt;east&gt; &amp; [more]"');
  const widths = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, cx, cy]) => [Number(cx), Number(cy)]);
  // In English metric units, 9525 a pixel.
  expect(widths[0]).toEqual([601 * 9525, 150 * 9525]);
  expect(widths[2]).toEqual([40 * 9525, 30 * 9525]);
  expect(xml).toContain('[Image: A face]');
  expect(Buffer.from(await writeSummary(fitted('docx'), 'docx')).equals(Buffer.from(made))).toBe(true);
});

test('an OpenDocument text has the same bytes, named in its manifest', async () => {
  const parts = unzipSync(await writeSummary(fitted('odt'), 'odt'));
  const path = `Pictures/${MAP.sha256}.png`;
  expect(Buffer.from(parts[path] ?? []).equals(Buffer.from(MAP.bytes))).toBe(true);
  const read = (name: string) => new TextDecoder().decode(parts[name]);
  expect(read('META-INF/manifest.xml')).toContain(`full-path="${path}" manifest:media-type="image/png"`);
  expect(read('content.xml')).toContain('svg:width="16.000cm" svg:height="4.000cm"');
  expect(read('content.xml')).toContain('<svg:title>The “front” &lt;east&gt; &amp; [more]</svg:title>');
});

test('OPML and plain text say what an image says', async () => {
  expect(await textOf(fitted('opml'), 'opml')).toContain('text="[Image: A face]"');
  const text = await textOf(fitted('text'), 'text');
  expect(text).toContain('\n[Image: The “front” <east> & [more]]\n\n- [Image]\n\nPlan [Image: Plan]\n');
});

test('a photograph taken sideways is turned where a program would not do it by itself', async () => {
  const turned = { ...MAP, turn: 90 as const, width: 300, height: 1200 };
  const of = (format: SummaryFormat) => fitted(format, [turned, PLAN, FACE]);
  const xml = new TextDecoder().decode(unzipSync(await writeSummary(of('docx'), 'docx'))['word/document.xml']);
  expect(xml).toMatch(/<a:xfrm rot="5400000"[^>]*>.*?<a:ext cx="7905750" cy="1981200"\/>/);
  const content = new TextDecoder().decode(unzipSync(await writeSummary(of('odt'), 'odt'))['content.xml']);
  // Turned about its corner and moved back by as much as it is wide then: no wider than it is high on a page.
  expect(content).toContain(
    'draw:style-name="Turned" draw:transform="rotate (-1.570796) translate (5.500cm 0.000cm)" svg:width="22.000cm" svg:height="5.500cm">',
  );
  expect(await textOf(of('latex'), 'latex')).toContain(`\\noteimage{-${MAP.sha256.slice(0, 8)}.png}{5.50cm}{270}`);
});

describe.skipIf(!has('pdflatex'))('LaTeX (skipped where TeX is not installed)', () => {
  const beside = (document: SummaryDocument) => SUMMARY_WRITERS.latex.beside?.(document) ?? [];

  test('compiles with the images beside it, and without them', async () => {
    const program = 'pdflatex';
    const document = fitted('latex');
    const [picture, ...others] = beside(document);
    expect(others).toEqual([]);
    expect(Buffer.from(picture?.bytes ?? []).equals(Buffer.from(MAP.bytes))).toBe(true);
    const tex = await writeSummary(document, 'latex');
    const args = ['-interaction=nonstopmode', '-halt-on-error', 'my notes.tex'];
    const name = `my notes${picture?.ending}`;
    const log = runOn({ 'my notes.tex': tex, [name]: MAP.bytes }, program, args, (folder, printed) => {
      expect(existsSync(join(folder, 'my notes.pdf'))).toBe(true);
      return printed;
    });
    expect(log).toContain(picture?.ending);
    runOn({ 'my notes.tex': tex }, program, args, (folder) => {
      expect(existsSync(join(folder, 'my notes.pdf'))).toBe(true);
    });
  });
});

describe.skipIf(!has('pandoc'))('read by pandoc (skipped where it is not installed)', () => {
  test.each(['docx', 'odt', 'markdown', 'html'] as const)('%s has its images with their words', async (format) => {
    const bytes = await writeSummary(fitted(format), format);
    const from = format === 'markdown' ? 'commonmark_x' : format;
    const html = runOn(
      { summary: bytes },
      'pandoc',
      ['-f', from, '-t', 'html', '--extract-media=.', 'summary'],
      (_, printed) => printed.replace(/\s+/g, ' '),
    );
    expect(html.match(/<img /g)).toHaveLength(format === 'docx' || format === 'odt' ? 3 : 4);
    // It makes names of the titles of an OpenDocument text.
    if (format !== 'odt') expect(html).toContain('alt="The “front” &lt;east&gt; &amp; [more]"');
  });
});
