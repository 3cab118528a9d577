import { expect, test } from 'vitest';
import { importDocuments } from '../../../main/cli/import-documents.ts';
import type { Session } from '../../../main/cli/session.ts';
import { CallFailed } from '../../../main/contract/index.ts';
import { startApp, type TestApp } from '../app/desk.ts';
import { textParts, zip } from '../interchange/documents/zip.ts';

const CHOICES = { passwords: [], page: 'whole' } as const;
const LONG = `../${'long/'.repeat(400)}a.txt`;
const PAPERS = zip(textParts({ 'before.txt': 'Before.', [LONG]: 'Long.', 'after.txt': 'After.' }));

/** The session of a command line over an app. @param before told of every call, before it is made */
function sessionOf(app: TestApp, before: (method: string) => Promise<unknown> = async () => {}): Session {
  const callAny: Session['callAny'] = async (method, input) => {
    await before(method);
    const answer = await app.handle(method, input);
    if ('failure' in answer) throw new CallFailed(answer.failure);
    return answer.output;
  };
  return { callAny, call: async (method, input) => (await callAny(method, input)) as never };
}

test('a path of any length in an archive keeps none of the others out', async () => {
  const app = await startApp();
  const given = [{ upload: app.upload('papers.zip', PAPERS), name: 'papers.zip' }];
  const results = await importDocuments(sessionOf(app), given, CHOICES);
  expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'failed', 'imported']);
  expect(await app.call('imports.list', {})).toMatchObject([{ imported: 2, failed: 1 }]);
});

test('what came in before the notebook was lost is in the report', async () => {
  const app = await startApp();
  const given = [{ upload: app.upload('papers.zip', PAPERS), name: 'papers.zip' }];
  const session = sessionOf(app, async (method) => {
    if (method === 'imports.keep') await app.call('notebook.close', {});
  });
  const results = await importDocuments(session, given, CHOICES);
  expect(results.map(({ fileName, outcome, failure }) => [fileName.slice(0, 21), outcome, failure?.code])).toEqual([
    ['papers.zip/before.txt', 'imported', undefined],
    ['papers.zip/../long/lo', 'failed', 'not-allowed'],
    ['papers.zip', 'failed', 'no-notebook'],
  ]);
});
