import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { chromiumPrinter, findChromium } from '../../../main/host/index.ts';
import { writeSummary } from '../../../main/interchange/index.ts';
import { has, runOn } from '../interchange/programs.ts';
import { footnoted } from '../interchange/sample.ts';

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('lectern-print-'));
const never = () => false;

test('without a browser it says so', async () => {
  const print = chromiumPrinter(() => undefined);
  await expect(print(new Uint8Array(), never)).rejects.toMatchObject({ code: 'no-browser' });
});

test('a browser that fails is no half file and leaves nothing behind', async () => {
  const before = leftovers();
  const print = chromiumPrinter(() => process.execPath);
  await expect(print(new Uint8Array(), never)).rejects.toMatchObject({ code: 'cannot-print' });
  expect(leftovers()).toEqual(before);
});

test.skipIf(findChromium() === undefined)(
  'prints tagged sheets with an outline (skipped where no Chromium is installed)',
  async () => {
    const bytes = await chromiumPrinter()(await writeSummary(footnoted(), 'html'), never);
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.slice(0, 5)).toBe('%PDF-');
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('/Outlines');
    if (!has('pdftotext')) return;
    const text = runOn({ 'a.pdf': bytes }, 'pdftotext', ['-layout', 'a.pdf', '-'], (_, printed) => printed);
    expect(text).toContain('იოსებ სტალინი var én av dem.');
    // The number of the first page, alone at its foot.
    expect(text).toMatch(/\n\s+1\s*\n\f/);
  },
);

test.skipIf(findChromium() === undefined)(
  'stops when nobody wants it any more (skipped where no Chromium is installed)',
  async () => {
    const before = leftovers();
    const print = chromiumPrinter();
    await expect(print(await writeSummary(footnoted(), 'html'), () => true)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(leftovers()).toEqual(before);
  },
);
