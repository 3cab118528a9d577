import { expect, test } from 'vitest';
import { runWindow } from '../../main/run-window.ts';

const run = (script: string, clock?: () => number) => runWindow(process.execPath, ['-e', script], clock);

test('a program that is not there cannot be run', async () => {
  expect(await runWindow('/nowhere/electron', [])).toBeUndefined();
});

test.each([['process.exit(127)'], ['process.kill(process.pid, "SIGKILL")']])(
  'one that fails at once (%s) cannot be run',
  async (script) => {
    expect(await run(script, () => 0)).toBeUndefined();
  },
);

test.each([
  ['process.exit(0)', 0],
  ['process.kill(process.pid, "SIGTERM")', 1],
])('one that ends as asked (%s) has run', async (script, code) => {
  expect(await run(script, () => 0)).toBe(code);
});

test('one that fails after a while has run', async () => {
  let now = 0;
  const later = () => {
    now += 60_000;
    return now;
  };
  expect(await run('process.exit(3)', later)).toBe(3);
});
