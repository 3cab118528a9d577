/** Does deeds in a notebook as fast as it can, and prints the id of each once it is durable, until it is killed. */
import { writeSync } from 'node:fs';
import { openNotebook } from '../../../db/index.ts';
import { addEntity, addTag } from './rows.ts';

const notebook = openNotebook(process.argv[2] ?? '');
for (;;) {
  const id = notebook.write({ deed: 'create-tag', subject: '' }, (connection) => {
    const tag = addTag(connection, connection.newId());
    addEntity(connection, tag, ['x'.repeat(5000)]);
    return tag;
  });
  writeSync(1, `${id}\n`);
}
