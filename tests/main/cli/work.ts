import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startApp } from '../app/desk.ts';
import { type Lectern, newLectern } from './lectern.ts';

export const TEXT = 'Først talte იოსებ სტალინი 𝔘 om Tiflis.\nSå kom «Иосиф» til Baku.\n';

/** A command line in a folder with a notebook to work with, and files to import. */
export interface Work {
  readonly lectern: Lectern;
  /** The source “krig” of `work.lectern`, whose text is `TEXT`. */
  readonly sourceId: string;
  path(name: string): string;
  /** A refusal: exit code 1, nothing on standard output, one line on standard error without a stack trace. */
  refused(...args: string[]): Promise<string>;
}

/** `work.lectern` has one of everything; `krig.txt`, `folder` and an empty folder lie beside it. */
export async function newWork(): Promise<Work> {
  const lectern = newLectern();
  const path = (name: string) => join(lectern.folder, name);
  writeFileSync(path('krig.txt'), TEXT);
  mkdirSync(path('folder/below'), { recursive: true });
  mkdirSync(path('empty'));
  writeFileSync(path('folder/b.md'), '# Fred\n\nEt ord om Tiflis.\n');
  writeFileSync(path('folder/below/a.txt'), 'Dypere.\n');
  writeFileSync(path('folder/.hidden'), 'Not seen.\n');
  return {
    lectern,
    path,
    sourceId: await fill(path('work.lectern')),
    async refused(...args) {
      const { code, stdout, stderr } = await lectern.run(...args);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^lectern: [^\n]+\n$/);
      expect(stderr).not.toMatch(/ {4}at |Error:|node:internal/);
      return stderr;
    },
  };
}

/** Makes the notebook in this process, which takes less than a process for each deed. */
async function fill(path: string): Promise<string> {
  const app = await startApp({ notebook: false });
  await app.call('notebook.create', { path });
  const { id } = await app.importText(TEXT, 'krig.txt');
  await app.call('highlights.create', {
    sourceId: id,
    start: 12,
    end: 25,
    tags: ['person', 'leder'],
    comment: 'Hvem?',
  });
  await app.call('entities.create', { type: 'person', name: 'Stalin', aliases: ['Иосиф'] });
  await app.call('entities.create', { type: 'place', name: 'Tiflis' });
  await app.call('notes.create', { title: 'Om krigen', markdown: 'Et **ord**.' });
  await app.call('outlines.create', { title: 'Boka' });
  await app.close();
  return id;
}
