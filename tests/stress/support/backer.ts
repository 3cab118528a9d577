/**
 * Makes backups of a notebook and puts them in its place, over and over, until it is killed; prints the name of each
 * backup once it is acknowledged. Arguments: the notebook, the folder for backups, a salt.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { basename } from 'node:path';
import { createApp, parseHere, tendHere } from '../../../main/app/index.ts';
import { CallFailed, type Input, type MethodName, type Output } from '../../../main/contract/index.ts';
import { chance } from '../../support/stress.ts';

const [path = '', backups = '', salt = '0'] = process.argv.slice(2);
const random = chance(Number(salt));
const nowhere = () => Promise.reject(new Error('Nothing goes in or out here.'));
const app = createApp({
  clock: Date.now,
  random: (count) => randomBytes(count),
  parsers: parseHere,
  printPage: nowhere,
  tending: tendHere(parseHere),
  automaticBackups: { afterOpening: 1, whileChanging: 50 },
  inbox: { take: nowhere, put: nowhere, discard: nowhere },
  outbox: { put: nowhere },
  preferences: { read: async () => undefined, write: async () => undefined },
  places: { notebooks: backups, backups, sample: '' },
  log: { error: (message, cause) => process.stderr.write(`${message} ${cause}\n`) },
});

async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await app.handle(method, input);
  if ('failure' in answer) throw new CallFailed(answer.failure);
  return answer.output as Output<M>;
}

await call('notebook.open', { path });
const made: string[] = [];
for (;;) {
  await call('tags.create', { name: randomBytes(6).toString('hex') });
  const id = basename((await call('notebook.backup', {})).path);
  made.push(id);
  writeSync(1, `${id}\n`);
  if (random.next() < 0.4) await call('backups.restore', { id: random.oneOf(made), as: 'notebook' });
}
