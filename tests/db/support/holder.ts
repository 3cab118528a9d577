/**
 * A second program on a notebook. Prints what opening it came to, and then ends; with `stay` keeps it open and changed,
 * with `half` in the middle of a deed that has reached the disk, until it is killed.
 */
import { openNotebook } from '../../../db/index.ts';
import { LecternError } from '../../../db/model/index.ts';
import { addTag } from './rows.ts';

const [path = '', how = 'look'] = process.argv.slice(2);

try {
  const notebook = openNotebook(path);
  if (how === 'look') {
    process.stdout.write(`${notebook.readOnlyReason ?? 'open'}\n`);
    notebook.close();
  } else {
    notebook.write({ deed: 'create-tag', subject: 'One' }, (connection) => addTag(connection, 'One'));
    if (how === 'half') {
      notebook.write({ deed: 'create-tag', subject: 'Many' }, (connection) => {
        // More than the page cache holds, so that SQLite has to write pages before the deed is done.
        for (let at = 0; at < 200; at++) addTag(connection, `Tag ${at} ${'x'.repeat(100_000)}`);
        tellAndSleep();
      });
    }
    tellAndSleep();
  }
} catch (error) {
  if (!(error instanceof LecternError)) throw error;
  process.stdout.write(`${error.code}: ${error.message}\n`);
}

function tellAndSleep(): void {
  process.stdout.write('open\n');
  // Synchronous, because a deed cannot wait for anything else.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
