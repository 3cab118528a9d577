import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook } from '../../db/index.ts';
import { testFolder } from '../db/support/folder.ts';
import { type Chance, chance, patience, say, times } from '../support/stress.ts';
import { createAccount, type Said } from './support/account.ts';
import { type Contents, look } from './support/contents.ts';

const HOST = resolve(import.meta.dirname, 'support/host.ts');
const RELEASED = resolve(import.meta.dirname, '../fixtures/released/1.lectern');
const MOST_DEEDS = 40;

/** A notebook on its way through the runs. */
interface Subject {
  readonly path: string;
  readonly folder: string;
  readonly account: ReturnType<typeof createAccount>;
}

/** One run: which process is killed, and after how many acknowledged deeds and milliseconds. */
interface Plan {
  readonly victim: 'engine' | 'host' | 'tree';
  readonly salt: number;
  readonly deeds: number;
  readonly moment: number;
}

function start({ path, folder }: Subject, { salt }: Plan): ChildProcess {
  const host = spawn(process.execPath, [HOST, path, folder, String(salt), String(MOST_DEEDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LECTERN_CONFIG_DIR: join(folder, 'config'), LECTERN_NOTEBOOKS_DIR: folder },
  });
  onTestFinished(() => void host.kill('SIGKILL'));
  return host;
}

/** Lets the host work and kills what the plan says, once; answers the engines it had. */
async function workAndKill(subject: Subject, plan: Plan): Promise<number[]> {
  const host = start(subject, plan);
  const engines: number[] = [];
  let left = plan.deeds;
  let isKilled = false;
  const kill = () => {
    if (isKilled) return;
    isKilled = true;
    if (plan.victim !== 'host') endProcess(engines.at(-1));
    if (plan.victim !== 'engine') host.kill('SIGKILL');
  };
  if (left === 0) setTimeout(kill, plan.moment * 60);
  if (!host.stdout) throw new Error('There is nothing to read from.');
  for await (const line of createInterface({ input: host.stdout })) {
    const said: Said = JSON.parse(line);
    subject.account.hear(said);
    if ('engine' in said) engines.push(said.engine);
    if ('done' in said && --left === 0) setTimeout(kill, plan.moment);
  }
  if (host.exitCode === null && host.signalCode === null) await once(host, 'exit');
  // An engine whose host is gone closes its notebook and ends.
  for (const pid of engines) while (isRunning(pid)) await wait(5);
  return engines;
}

/** One process, never 0, which would be all of our own. */
function endProcess(pid: number | undefined): void {
  if (!pid) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was already gone.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What is left in the folder of a notebook, apart from the notebook. */
function beside({ path }: Subject): string[] {
  return readdirSync(dirname(path)).filter((name) => name !== basename(path));
}

function newSubject(from: 'nothing' | 'released'): Subject {
  const folder = testFolder();
  const path = join(folder, 'here', 'war.lectern');
  mkdirSync(dirname(path));
  let contents: Contents = new Map();
  if (from === 'nothing') createNotebook(path).close();
  else {
    // What the old notebook holds is read from another copy: this one is still to be updated.
    const other = join(folder, 'other.lectern');
    copyFileSync(RELEASED, other);
    contents = look(other, join(folder, 'backups')).contents;
    copyFileSync(RELEASED, path);
  }
  return { path, folder, account: createAccount(contents) };
}

function planOf(random: Chance, run: number): Plan {
  return {
    victim: random.oneOf(['engine', 'host', 'tree']),
    salt: run,
    // None at all: it is killed somewhere on the way to the first, where old notebooks are updated.
    deeds: random.next() < 0.15 ? 0 : 1 + random.below(MOST_DEEDS - 10),
    moment: random.next() * 12,
  };
}

test('killing the engine, the host or both, at whatever moment, loses nothing acknowledged and damages nothing', {
  timeout: patience,
}, async () => {
  const RUNS = times(5, 220);
  const random = chance();
  const victims = { engine: 0, host: 0, tree: 0 };
  let subject = newSubject('nothing');
  let deeds = 0;
  for (let run = 0; run < RUNS; run++) {
    if (run % 10 === 0 && run > 0) subject = newSubject('nothing');
    if (run % 3 === 2) subject = newSubject('released');
    const plan = planOf(random, run);
    await workAndKill(subject, plan);
    const when = `run ${run}, ${JSON.stringify(plan)}`;
    const { contents, report } = look(subject.path, join(subject.folder, 'backups'));
    expect(subject.account.disagreements(contents), when).toEqual([]);
    expect(report.defects, when).toEqual([]);
    expect(beside(subject), when).toEqual([]);
    victims[plan.victim]++;
    deeds += subject.account.deeds();
    subject.account.settle(contents);
  }
  say(`killed ${JSON.stringify(victims)} in ${RUNS} runs: ${deeds} acknowledged deeds, none lost`);
});
