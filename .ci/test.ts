// One command that means "sure": format and lint, types, build, unit, contract, end-to-end and packaging, each streamed
// as it runs; the last line sums them up for whoever reads only that.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tests that passed only when they were run again. */
const flaky: string[] = [];

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results');

/** Runs a program of node_modules/.bin with the terminal's own output; true when it ended well. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n> ${program} ${args.join(' ')}\n`);
  const result = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // On Windows the programs of node_modules/.bin are .cmd files; every argument here is a constant.
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/** A check without tests of its own counts as one. */
function check(program: string, ...args: string[]): Count {
  return run(program, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Reads the runner's own report; a run that ended badly without naming a failed test is one failure. */
function counted(endedWell: boolean, report: string, read: (json: Record<string, unknown>) => Count): Count {
  const path = join(reports, report);
  const count = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  return endedWell || count.failed > 0 ? count : { ...count, failed: 1 };
}

function vitest(project: string): Count {
  const report = `${project}.json`;
  const endedWell = run('vitest', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, report)}`,
  ]);
  return counted(endedWell, report, (json) => ({
    passed: Number(json['numPassedTests']),
    failed: Number(json['numFailedTests']),
    skipped: Number(json['numPendingTests']) + Number(json['numTodoTests']),
  }));
}

/** What is read here of Playwright's report: suites in suites, and in them specs, each run once a project. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly Spec[];
}

interface Spec {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly tests: readonly { readonly projectName: string; readonly status: string }[];
}

/** The tests that failed and then passed, each with its place. */
function flakyIn({ suites = [], specs = [] }: Suite): string[] {
  const here = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ projectName, status }) =>
      status === 'flaky' ? [`[${projectName}] tests/e2e/${file}:${line} ${title}`] : [],
    ),
  );
  return [...here, ...suites.flatMap(flakyIn)];
}

function playwright(): Count {
  const report = 'e2e.json';
  const endedWell = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, report),
  });
  return counted(endedWell, report, (json) => {
    const stats: Record<string, unknown> = { ...(json['stats'] ?? {}) };
    flaky.push(...flakyIn(json as Suite));
    return {
      passed: Number(stats['expected']) + Number(stats['flaky']),
      failed: Number(stats['unexpected']),
      skipped: Number(stats['skipped']),
    };
  });
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const steps: (() => Count)[] = [
  () => check('biome', 'ci'),
  () => check('tsc', '-b'),
  () => check('node', '.ci/build.ts'),
  () => vitest('unit'),
  () => vitest('contract'),
  playwright,
  () => vitest('packaging'),
];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const count = step();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

if (flaky.length > 0) {
  process.stdout.write(`\nFlaky, to be mended; these failed and passed when run again:\n  ${flaky.join('\n  ')}\n`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
