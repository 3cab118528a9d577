import { expect, test } from 'vitest';
import { fileNameFor } from '../../../main/app/names.ts';
import {
  CITATION_STYLE_SETTING,
  type ExportChoices,
  type ExportFormat,
  type ExportThing,
  type Input,
} from '../../../main/contract/index.ts';
import { pngOf } from '../../support/images.ts';
import { find, startApp, type TestApp } from './desk.ts';

/** The main job in small: a source marked, tagged, linked, noted and outlined. */
async function written() {
  const app = await startApp();
  const { call, importText } = app;
  const source = await importText(
    '# no heading\nAda wrote 🜚 letters to Babbage. He answered.\nAda again.\n',
    'letters.txt',
  );
  const { text } = await call('sources.text', { id: source.id });
  const at = (piece: string) => ({ sourceId: source.id, ...find(text, piece) });
  const highlight = await call('highlights.create', { ...at('wrote 🜚 letters'), tags: ['mail'], comment: 'How many?' });
  const gone = await call('highlights.create', at('He answered'));
  const ada = await call('entities.create', { type: 'person', name: 'Ada', aliases: ['Countess'], dates: '1815–1852' });
  await call('mentions.create', { ...at('Ada again'), end: at('Ada again').start + 3, entityId: ada.id });
  const babbage = await call('entities.create', { type: 'person', name: 'Babbage' });
  await call('relations.create', { fromId: ada.id, toId: babbage.id, type: 'wrote to', dates: '1843' });
  const note = await call('notes.create', {
    title: 'On mail',
    markdown: `## Why\n\n[x](lectern:highlight/${highlight.id})\n\n[x](lectern:highlight/${gone.id})\n`,
  });
  const { id: outlineId } = await call('outlines.create', { title: 'Plan: 1/2' });
  const part = await call('outlines.add', { outlineId, kind: 'heading', text: 'Part' });
  await call('outlines.add', { outlineId, kind: 'text', text: 'One.\n\nTwo.', parentId: part.id });
  await call('outlines.add', { outlineId, kind: 'quotation', refId: highlight.id, parentId: part.id });
  await call('outlines.add', { outlineId, kind: 'quotation', refId: gone.id, parentId: part.id });
  await call('outlines.add', { outlineId, kind: 'note', refId: note.id, parentId: part.id });
  await call('outlines.add', { outlineId, kind: 'entity', refId: ada.id });
  return { app, source, highlight, gone, ada, note, outlineId };
}

async function exported(
  { call, downloads }: TestApp,
  kind: ExportThing,
  id: string,
  format: ExportFormat = 'markdown',
) {
  const made = await call('exports.create', { kind, id, format });
  return { ...made, text: new TextDecoder().decode(downloads.get(made.download)) };
}

test('an outline: headings, texts, quotations with their source, notes, entities, the list of sources', async () => {
  const { app, outlineId } = await written();
  const { text, report, fileName } = await exported(app, 'outline', outlineId);
  expect(fileName).toBe('Plan 1 2.md');
  expect(report).toEqual({ quotations: 4, unresolved: [], skipped: [] });
  expect(text).toBe(`# Plan: 1/2

## Part

One.

Two.

> wrote 🜚 letters
>
> — letters, ¶ 2 · mail

_Comment_: How many?

> He answered
>
> — letters, ¶ 2

### On mail

#### Why

> wrote 🜚 letters
>
> — letters, ¶ 2 · mail

_Comment_: How many?

> He answered
>
> — letters, ¶ 2

**Ada** (Person, 1815–1852)

## Sources

- letters
`);
});

test('what cannot be found is a visible placeholder and in the report', async () => {
  const { app, outlineId, gone, note, source } = await written();
  await app.call('highlights.remove', { id: gone.id });
  const half = await exported(app, 'outline', outlineId);
  expect(half.report.unresolved).toEqual([
    { where: 'Part', what: 'letters, ¶ 2', reason: 'in-trash' },
    { where: 'Why', what: 'letters, ¶ 2', reason: 'in-trash' },
  ]);
  expect(half.text).toContain('letters, ¶ 2 – it is in the trash');
  expect(half.text).toContain('He answered');
  await app.call('notes.remove', { id: note.id });
  await app.call('sources.remove', { id: source.id });
  const { report, text } = await exported(app, 'outline', outlineId);
  expect(report.quotations).toBe(0);
  expect(report.unresolved.map(({ what, reason }) => [what, reason])).toEqual([
    ['letters, ¶ 2', 'source-missing'],
    ['letters, ¶ 2', 'in-trash'],
    ['On mail', 'in-trash'],
  ]);
  expect(text).toContain('letters, ¶ 2 – its source is in the trash');
  expect(text).not.toContain('## Sources');
});

test('a branch: its heading is the title, its numbers are those of the whole', async () => {
  const { app, outlineId } = await written();
  const { call, downloads, refused } = app;
  const { tree } = await call('outlines.get', { id: outlineId });
  const part = tree.find(({ text }) => text === 'Part');
  const inner = await call('outlines.add', { outlineId, kind: 'heading', text: 'Inner', parentId: part?.id ?? null });
  await call('outlines.add', { outlineId, kind: 'text', text: 'Deep.', parentId: inner.id });
  await call('outlines.add', { outlineId, kind: 'text', text: ' ', parentId: inner.id });
  const of = async (branch: string, choices = {}) => {
    const made = await call('exports.create', { kind: 'outline', id: outlineId, branch, format: 'markdown', choices });
    return { ...made, text: new TextDecoder().decode(downloads.get(made.download)) };
  };
  const whole = await of(part?.id ?? '', { numbered: true });
  expect(whole.text).toMatch(/^# Part\n\nPlan: 1\/2\n\nOne\.\n/);
  expect(whole.text).toContain('## 1.1 Inner\n\nDeep.\n');
  expect(whole.text).not.toContain('Ada** (');
  expect(whole.report).toMatchObject({ quotations: 4, skipped: [{ code: 'empty-items', count: 1 }] });
  expect(whole.fileName).toBe('Part.md');
  const item = tree.find(({ kind }) => kind === 'entity');
  expect((await of(item?.id ?? '')).text).toMatch(/^# Ada\n\nPlan: 1\/2\n\n\*\*Ada\*\* \(Person/);
  const wrong = { kind: 'outline', id: outlineId, branch: outlineId, format: 'markdown' };
  expect(await refused('exports.create', wrong)).toMatchObject({ code: 'not-found' });
  expect(await refused('exports.create', { ...wrong, kind: 'tag' })).toMatchObject({ code: 'bad-input' });
});

test('what a search finds, by kind, each passage with its source; of what does not fit, how much it is', async () => {
  const { app } = await written();
  const made = await app.call('exports.create', { kind: 'search', query: 'wrote', format: 'markdown', language: 'nb' });
  const text = new TextDecoder().decode(app.downloads.get(made.download));
  expect(text).toMatch(/^# Søk: wrote\n\n## I tekstene\n\n### letters\n\n> Ada wrote 🜚 letters to Babbage\./);
  expect(text).toContain('## Markeringer\n\n### letters\n\n> wrote 🜚 letters\n>\n> — letters, ¶ 2 · mail');
  expect(text).toContain('## Notater\n\n- **On mail**: ');
  expect(text).toContain('## Disposisjoner\n\n- **Plan: 1/2**: ');
  expect(made.fileName).toBe('Søk wrote.md');
  await app.importText('winter\n'.repeat(2105), 'cold.txt');
  const many = await app.call('exports.create', { kind: 'search', query: 'winter', format: 'text' });
  expect(many.report).toMatchObject({ quotations: 2000, skipped: [{ code: 'hits', count: 105 }] });
});

test('a source: its text, then its highlights', async () => {
  const { app, source } = await written();
  const { text } = await exported(app, 'source', source.id);
  expect(text).toContain('\\# no heading\n\nAda wrote 🜚 letters to Babbage. He answered.\n\nAda again.\n');
  expect(text).toContain('## Highlights\n\n> wrote 🜚 letters\n>\n> — letters, ¶ 2 · mail');
});

test('a tag: what it means, and every passage below it by source', async () => {
  const { app, highlight } = await written();
  const [id] = highlight.tagIds;
  await app.call('tags.update', { id: id ?? '', memo: 'Anything sent' });
  const { text, fileName } = await exported(app, 'tag', id ?? '');
  expect(fileName).toBe('mail.md');
  expect(text).toMatch(/^# mail\n\nAnything sent\n\n## letters\n\n> wrote 🜚 letters\n/);
  expect(text).not.toContain('## Notes');
});

test('a tag: the notes that carry it or one below it after its passages, unless they are not wanted', async () => {
  const { app, highlight, note } = await written();
  const [id = ''] = highlight.tagIds;
  const below = await app.call('tags.create', { name: 'post', parent: id });
  await app.call('notes.update', { id: note.id, tagIds: [below.id] });
  const { text, report } = await exported(app, 'tag', id);
  expect(text).toContain('\n## Notes\n\n### On mail\n\n#### Why\n\n> wrote 🜚 letters\n');
  expect(report.quotations).toBe(3);
  const short = await app.call('exports.create', { kind: 'tag', id, format: 'markdown', choices: { notes: false } });
  expect(short.report.quotations).toBe(1);
});

test('an entity: facts, relations, and the sentences that speak of it', async () => {
  const { app, ada } = await written();
  const { text, report } = await exported(app, 'entity', ada.id);
  expect(text).toContain('**Other names:** Countess');
  expect(text).toContain('- Ada – _wrote to_ – Babbage (1843)');
  expect(text).toContain('> Ada again.\n>\n> — letters, ¶ 3');
  expect(report.quotations).toBe(1);
});

test.each(['html', 'docx', 'markdown'] as const)('a note as %s', async (format) => {
  const { app, note } = await written();
  const { size, report, fileName } = await exported(app, 'note', note.id, format);
  expect(size).toBeGreaterThan(100);
  expect(report).toEqual({ quotations: 2, unresolved: [], skipped: [] });
  expect(fileName).toMatch(/^On mail\.(?:html|docx|md)$/);
});

test('a quotation keeps the words it was taken with when the highlight grows', async () => {
  const { app, highlight, note } = await written();
  await app.call('highlights.update', { id: highlight.id, end: highlight.end + 11 });
  const { text } = await exported(app, 'note', note.id);
  expect(text).toContain('> wrote 🜚 letters\n>');
});

test('a citation for the clipboard is text and harmless HTML', async () => {
  const { call, importText } = await startApp();
  const { id: sourceId } = await importText('<b>bold</b> & "more"\nnext');
  await call('sources.update', { id: sourceId, title: 'T <i>', authors: ['A. B.', 'C. D.'], date: '1843' });
  expect(await call('exports.citation', { sourceId, start: 0, end: 25 })).toEqual({
    text: '“<b>bold</b> & "more"\nnext”\nA. B.; C. D. T <i>. 1843, ¶ 1–2',
    html:
      '<blockquote>“&#60;b&#62;bold&#60;/b&#62; &#38; &#34;more&#34;<br>next”</blockquote>' +
      '<p>A. B.; C. D. T &#60;i&#62;. 1843, ¶ 1–2</p>',
  });
});

test('a citation for the clipboard has the style of the notebook, and the whole source where the style is short', async () => {
  const { app, source, highlight, gone } = await written();
  const { call } = app;
  const citation = { ...source.citation, type: 'book' as const, place: 'London' };
  await call('sources.update', { id: source.id, authors: ['Lovelace, Ada'], date: '1843', citation });
  const passage = { sourceId: source.id, start: highlight.start, end: highlight.end };
  const inStyle = async (value: unknown, input: Input<'exports.citation'> = passage) => {
    await call('settings.set', { key: CITATION_STYLE_SETTING, value });
    return call('exports.citation', input);
  };
  expect(await inStyle({ style: 'author-date' })).toEqual({
    text: '“wrote 🜚 letters” (Lovelace 1843, ¶ 2)\nLovelace, Ada (1843). letters. London.',
    html: '<blockquote>“wrote 🜚 letters” (Lovelace 1843, ¶ 2)</blockquote><p>Lovelace, Ada (1843). <em>letters</em>. London.</p>',
  });
  expect((await inStyle({ style: 'footnote' })).text).toBe(
    '“wrote 🜚 letters”\nAda Lovelace, letters (London, 1843), ¶ 2.',
  );
  const inPlain = await inStyle({ style: 'plain' });
  for (const odd of ['harvard', { style: 'harvard' }, null]) expect(await inStyle(odd)).toEqual(inPlain);

  // A quotation as it was taken; one whose highlight is gone is called as it was.
  const taken = { text: 'as it was', sourceTitle: 'Old title', locator: '¶ 9' };
  expect((await inStyle({ style: 'footnote' }, { highlightId: highlight.id, ...taken })).text).toBe(
    '“as it was”\nAda Lovelace, letters (London, 1843), ¶ 9.',
  );
  await call('highlights.remove', { id: gone.id });
  expect((await inStyle({ style: 'footnote' }, { highlightId: gone.id, ...taken })).text).toBe(
    '“as it was”\nOld title, ¶ 9',
  );
});

test.each([
  ['A plain title', 'A plain title'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['...', 'Lectern'],
  ['', 'Lectern'],
  ['CON', 'CON_'],
  ['com1.txt', 'com1.txt_'],
  ['  spaces\nand\tlines  ', 'spaces and lines'],
  ['ends with dots...', 'ends with dots'],
  ['safe\u202Egpj.exe', 'safe gpj.exe'],
  ['Я'.repeat(300), 'Я'.repeat(120)],
  ['lone \uD800 half', 'lone \uFFFD half'],
])('the title %j makes the file name %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

test('a citation style names sources where they are quoted and in the list', async () => {
  const { app, source, note } = await written();
  const citation = { ...source.citation, type: 'book' as const, place: 'London' };
  await app.call('sources.update', { id: source.id, authors: ['Lovelace, Ada'], date: '1843', citation });
  const text = async (choices: ExportChoices, format: ExportFormat = 'markdown') => {
    const made = await app.call('exports.create', { kind: 'note', id: note.id, format, choices });
    return new TextDecoder().decode(app.downloads.get(made.download));
  };
  const inText = await text({ style: 'author-date', tags: false, comments: false });
  expect(inText).toContain('> wrote 🜚 letters\n>\n> (Lovelace 1843, ¶ 2)\n\n> He answered');
  expect(inText).toContain('- Lovelace, Ada (1843). _letters_. London.');
  const notes = await text({ style: 'footnote', sources: false, quotationMarks: true });
  expect(notes).toContain('> “wrote 🜚 letters”[^1]\n>\n> mail');
  expect(notes).toContain('[^1]: Ada Lovelace, _letters_ (London, 1843), ¶ 2.\n\n[^2]: Ibid.\n');
  expect(notes).not.toContain('## Sources');
  expect(await text({ style: 'numeric' }, 'latex')).toContain('\\parencite[{¶ 2}]{lovelace1843} · mail');
  expect(
    await app.refused('exports.create', { kind: 'note', id: note.id, format: 'text', choices: { csl: '<style/>' } }),
  ).toMatchObject({
    code: 'bad-style',
  });
});

test('an outline says how far it is when asked', async () => {
  const { app, outlineId } = await written();
  const { tree } = await app.call('outlines.get', { id: outlineId });
  const [part] = tree.filter(({ kind }) => kind === 'heading');
  const [quoted] = tree.filter(({ kind }) => kind === 'quotation');
  await app.call('outlines.updateItem', {
    id: part?.id ?? '',
    status: 'draft',
    target: 1200,
    gist: 'Where it *begins*',
  });
  await app.call('outlines.updateItem', { id: quoted?.id ?? '', gist: 'Core' });
  const text = async (language: 'en' | 'nb', choices: object) => {
    const { download } = await app.call('exports.create', {
      kind: 'outline',
      id: outlineId,
      format: 'markdown',
      language,
      choices,
    });
    return new TextDecoder().decode(app.downloads.get(download));
  };
  const words = tree.reduce((sum, item) => sum + (item.kind === 'entity' ? 0 : item.words), 0);
  expect(await text('en', { plan: true })).toContain(
    `## Part\n\n_Draft · ${words} of 1,200 words · Where it \\*begins\\*_\n`,
  );
  expect(await text('en', { plan: true })).toContain('_Core_\n\n> ');
  expect(await text('nb', { plan: true })).toContain(`_Utkast · ${words} av 1\u00A0200 ord · Where`);
  expect(await text('en', {})).not.toContain('Draft');
});

test('an outline numbers its headings when asked, and a source can leave its text out', async () => {
  const { app, outlineId, source } = await written();
  const made = await app.call('exports.create', {
    kind: 'outline',
    id: outlineId,
    format: 'markdown',
    choices: { numbered: true, contents: true },
  });
  const text = new TextDecoder().decode(app.downloads.get(made.download));
  expect(text).toContain('## 1 Part\n');
  expect(text).toContain('## Contents\n\n1 Part\\\n');
  const short = await app.call('exports.create', {
    kind: 'source',
    id: source.id,
    format: 'text',
    choices: { fullText: false },
  });
  expect(new TextDecoder().decode(app.downloads.get(short.download))).not.toContain('Ada again');
});

test('citation data is kept with its source, and read from a file of citations', async () => {
  const { app, source } = await written();
  expect(source.citation).toMatchObject({ type: 'document', editors: [], pages: '' });
  const { entries, problems } = await app.call('sources.readCitations', {
    text: '@book{a, title={T}, publisher={P}}\n@book{b,',
  });
  expect(problems).toEqual([{ line: 2, problem: 'not-closed', near: '@book{b,' }]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('an entry is read');
  const changed = await app.call('sources.update', { id: source.id, ...entry });
  expect(changed).toMatchObject({ title: 'T', publisher: 'P', citation: { type: 'book', pages: '' } });
  await app.call('history.undo', {});
  expect((await app.call('sources.get', { id: source.id })).citation).toEqual(source.citation);
});

test('an export nobody waits for any more is no file', async () => {
  const { app, outlineId } = await written();
  const stop = new AbortController();
  const input = { kind: 'outline', id: outlineId, format: 'docx' };
  const onProgress = () => stop.abort();
  expect(await app.refused('exports.create', input, { signal: stop.signal, onProgress })).toMatchObject({
    code: 'cancelled',
  });
  expect(app.downloads.size).toBe(0);
});

test('images of notes are in what is exported; one that is gone is said, and what a format cannot hold', async () => {
  const app = await startApp();
  const { call, upload, downloads } = app;
  const bytes = pngOf(40, 30);
  const { sha256 } = await call('images.add', { upload: upload('map.png', bytes) });
  const lost = `![Lost](lectern:image/${'0'.repeat(64)})`;
  const markdown = `![The front](lectern:image/${sha256})\n\n${lost}\n`;
  const note = await call('notes.create', { title: 'Map', markdown });
  const { id: outlineId } = await call('outlines.create', { title: 'Plan' });
  await call('outlines.add', { outlineId, kind: 'note', refId: note.id });

  const { text, report } = await exported(app, 'outline', outlineId, 'html');
  expect(text).toContain(`<img src="data:image/png;base64,${bytes.toString('base64')}" alt="The front"`);
  expect(report).toEqual({
    quotations: 0,
    unresolved: [{ where: 'Map', what: 'Lost', reason: 'missing' }],
    skipped: [],
  });
  const latex = await call('exports.create', { kind: 'note', id: note.id, format: 'latex' });
  expect(latex.beside).toMatchObject([{ fileName: `Map-${sha256.slice(0, 8)}.png`, size: bytes.length }]);
  expect(Buffer.from(downloads.get(latex.beside[0]?.download ?? '') ?? []).equals(bytes)).toBe(true);
  const plainly = await exported(app, 'note', note.id, 'text');
  expect(plainly.text).toContain('[Image: The front]');
  expect(plainly.report.skipped).toEqual([{ code: 'images', count: 1 }]);
});
