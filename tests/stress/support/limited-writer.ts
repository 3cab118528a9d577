/** Does deeds in a notebook until one is refused, because its process may not make the file any larger; says each. */
import { writeSync } from 'node:fs';
import { openNotebook } from '../../../db/index.ts';
import { LecternError } from '../../../db/model/index.ts';
import { addEntity, addTag } from '../../db/support/rows.ts';

// The system's signal for a file that grew too large would end the process; refused writes are what is asked for.
process.on('SIGXFSZ', () => {});

const notebook = openNotebook(process.argv[2] ?? '');
for (let number = 1; ; number++) {
  const name = `Tag ${number}`;
  try {
    notebook.write({ deed: 'create-tag', subject: '' }, (c) => {
      addTag(c, name);
      addEntity(c, name, ['x'.repeat(20_000)]);
    });
    writeSync(1, `done ${name}\n`);
  } catch (error) {
    writeSync(1, `refused ${error instanceof LecternError ? error.code : String(error)}\n`);
    break;
  }
}
try {
  notebook.close();
} catch {
  // Nothing can be written any more; what was acknowledged is on the disk.
}
