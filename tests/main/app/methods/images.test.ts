import { expect, test } from 'vitest';
import { gifOf, pngOf } from '../../../support/images.ts';
import { startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

test('images: kept once, handed over byte for byte, shown by notes', async () => {
  const { call, refused, upload, downloads } = await startApp();
  const bytes = pngOf(30, 20);
  const image = await call('images.add', { upload: upload('map.jpg', bytes) });
  expect(image).toMatchObject({ mediaType: 'image/png', width: 30, height: 20, size: bytes.length });
  const { sha256 } = image;
  expect(await call('images.get', { sha256 })).toEqual(image);
  const shown = await call('images.show', { sha256 });
  expect(shown).toMatchObject({ mediaType: 'image/png', size: bytes.length });
  expect(Buffer.from(downloads.get(shown.download) ?? []).equals(bytes)).toBe(true);
  expect(await call('history.list', {})).toEqual([]);

  const markdown = `Before\n\n![The front](lectern:image/${sha256})\n`;
  const note = await call('notes.create', { title: 'Map', markdown });
  expect(note.markdown).toBe(markdown);
  expect(note.document.content?.[1]).toEqual({
    type: 'image',
    attrs: { sha256, alternative: 'The front', width: 30, height: 20 },
  });
  expect(await refused('images.show', { sha256: '0'.repeat(64) })).toMatchObject({ code: 'not-found' });
  expect(await refused('images.show', { sha256: '../notes' })).toMatchObject({ code: 'bad-input' });
});

test('what is no image a note can hold is refused in clear words, and nothing of it is kept', async () => {
  const { call, refused, upload } = await startApp();
  const add = (name: string, bytes: Uint8Array | string) => refused('images.add', { upload: upload(name, bytes) });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  expect(await add('drawing.png', svg)).toMatchObject({
    code: 'not-an-image',
    message: '“drawing.png” is no PNG, JPEG, GIF or WebP image.',
  });
  const large = Buffer.alloc(100 * 1024 * 1024);
  pngOf(100, 100).copy(large);
  expect(await add('scan.png', large)).toMatchObject({
    code: 'image-too-large',
    message: '“scan.png” is too large for a note: images may have up to 20 MB and 100 megapixels.',
    details: { megabytes: 20, megapixels: 100 },
  });
  // A small file that unfolds to more pixels than there is memory for.
  expect(await add('bomb.gif', gifOf(65_535, 65_535))).toMatchObject({ code: 'image-too-large' });
  expect(await call('notebook.check', {})).toMatchObject({ ok: true });
});

expectAllCalled('images');
