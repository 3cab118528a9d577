import { expect, test } from 'vitest';
import { resultsAsText } from '../../../renderer/transfer/import-results.tsx';

test('a report calls encodings by their names, and says of a file of an archive that it leads out of it', () => {
  const text = resultsAsText('Report', [
    {
      fileName: 'a.zip/../out.txt',
      outcome: 'failed',
      remarks: [],
      failure: { code: 'not-allowed', message: '', details: { name: 'a.zip/../out.txt' } },
    },
    { fileName: 'letter.txt', outcome: 'imported', remarks: [{ code: 'guessed-encoding', detail: 'ibm866' }] },
  ]);
  expect(text).toContain('Its path leads out of the archive, so the file stays out.');
  expect(text).toContain('The encoding was guessed: DOS 866.');
});
