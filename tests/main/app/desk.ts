import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { DocumentJson } from '../../../db/model/index.ts';
import {
  type App,
  type AutomaticBackups,
  createApp,
  type Parsers,
  parseHere,
  tendHere,
} from '../../../main/app/index.ts';
import type { CallOptions, Event, Failure, Input, MethodName, Output } from '../../../main/contract/index.ts';
import { METHODS } from '../../../main/contract/methods.ts';
import { chromiumPrinter } from '../../../main/host/index.ts';

/** An app over real files in a folder of its own, with everything it was asked and told. */
export interface TestApp {
  readonly folder: string;
  readonly events: Event[];
  readonly logged: string[];
  readonly downloads: Map<string, Uint8Array>;
  /** Asks as a shell does, with whatever comes of it for the answer. */
  readonly handle: App['handle'];
  /** Answers the output, held against its schema; throws on a failure. */
  call<M extends MethodName>(method: M, input: Input<M>, options?: CallOptions): Promise<Output<M>>;
  /** Answers the failure; throws on an output. */
  refused(method: string, input: unknown, options?: CallOptions): Promise<Failure>;
  /** Puts a file where uploads are found, and answers its key. */
  upload(name: string, content: string | Uint8Array): string;
  /** Imports a file of this name and content. */
  importFile(
    name: string,
    content: string | Uint8Array,
    options?: CallOptions,
  ): Promise<Output<'sources.import'>['files'][number]>;
  /** Imports files by name and content, all at once. */
  importFiles(
    files: Readonly<Record<string, string | Uint8Array>>,
    options?: CallOptions,
  ): Promise<Output<'sources.import'>['files']>;
  /** Imports a text and answers its source. */
  importText(text: string, name?: string): Promise<Output<'sources.get'>>;
  close(): Promise<void>;
}

const open: TestApp[] = [];

afterEach(async () => {
  for (const app of open.splice(0)) {
    await app.close();
    rmSync(app.folder, { recursive: true, force: true });
  }
});

/** The methods called successfully so far in this file. */
export const called = new Set<MethodName>();

export interface Choices {
  /** A notebook is made and open, unless this is false. */
  readonly notebook?: boolean;
  readonly clock?: () => number;
  readonly sample?: string;
  /** What happens while the shell still looks for an upload. */
  readonly beforeTake?: () => Promise<void>;
  readonly automaticBackups?: AutomaticBackups | null;
  readonly parsers?: Parsers;
}

export async function startApp({
  notebook = true,
  clock = Date.now,
  sample = '',
  beforeTake,
  automaticBackups = null,
  parsers = parseHere,
}: Choices = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-app-'));
  const uploads = new Map<string, { name: string; bytes: Uint8Array }>();
  const downloads = new Map<string, Uint8Array>();
  const logged: string[] = [];
  const events: Event[] = [];
  let preferences: unknown;
  const app = createApp({
    clock,
    random: (count) => randomBytes(count),
    parsers,
    tending: tendHere(parsers),
    automaticBackups,
    inbox: {
      async take(upload) {
        await beforeTake?.();
        const file = uploads.get(upload);
        if (!file) throw new Error('no such upload');
        return file;
      },
      async put(name, bytes) {
        return test.upload(name, bytes);
      },
      async discard(upload) {
        uploads.delete(upload);
      },
    },
    outbox: {
      async put(fileName, _mediaType, bytes) {
        downloads.set(fileName, bytes);
        return fileName;
      },
    },
    printPage: chromiumPrinter(),
    preferences: {
      read: async () => preferences,
      async write(value) {
        preferences = value;
      },
    },
    places: { notebooks: join(folder, 'notebooks'), backups: join(folder, 'backups'), sample },
    log: { error: (message, cause) => logged.push(`${message}: ${cause}`) },
  });
  app.subscribe((event) => events.push(event));

  const test: TestApp = {
    folder,
    events,
    logged,
    downloads,
    handle: app.handle,
    async call(method, input, options) {
      const answer = await app.handle(method, input, options);
      if ('failure' in answer) throw new Error(`${method}: ${answer.failure.code}: ${answer.failure.message}`);
      const { output } = METHODS[method];
      // Strict: what the schema does not name must not cross either.
      expect(output.parse(answer.output), `${method} answers as its schema says`).toEqual(answer.output);
      called.add(method);
      return answer.output as never;
    },
    async refused(method, input, options) {
      const answer = await app.handle(method, input, options);
      if ('output' in answer) throw new Error(`${method} was not refused`);
      return answer.failure;
    },
    upload(name, content) {
      const upload = `upload-${uploads.size}`;
      uploads.set(upload, { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
      return upload;
    },
    async importFile(name, content, options) {
      const [file] = await test.importFiles({ [name]: content }, options);
      if (!file) throw new Error('nothing was imported');
      return file;
    },
    async importFiles(contents, options) {
      const asked = Object.entries(contents).map(([name, content]) => {
        return { upload: test.upload(name, content), name };
      });
      return (await test.call('sources.import', { files: asked }, options)).files;
    },
    async importText(text, name = 'text.txt') {
      const { source } = await test.importFile(name, text);
      if (!source) throw new Error('the text was not imported');
      return source;
    },
    close: () => app.close(),
  };
  open.push(test);
  if (notebook) await test.call('notebook.create', { path: join(folder, 'test.lectern') });
  return test;
}

/** Code points from an offset for a length, the way the contract counts. */
export function cut(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join('');
}

/** Where a piece of text stands, in code points. */
export function find(text: string, piece: string): { start: number; end: number } {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`“${piece}” is not in the text`);
  const start = [...text.slice(0, at)].length;
  return { start, end: start + [...piece].length };
}

export function paragraph(...content: DocumentJson[]): DocumentJson {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}
