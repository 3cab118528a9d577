// One command that means "sure": format and lint, types, build, unit, contract, end-to-end and packaging, each streamed
// as it runs; the last line sums them up for whoever reads only that.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Enough to see what was expected, and by what a property was refuted. */
const LINES_OF_A_MESSAGE = 12;

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Tests that passed only when they were run again. */
const flaky: string[] = [];
/** What failed, each with the beginning of its message: named at the end, for a long log is often read from there. */
const failures: string[] = [];

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
  if (run(program, args)) return { passed: 1, failed: 0, skipped: 0 };
  failures.push([program, ...args].join(' '));
  return { passed: 0, failed: 1, skipped: 0 };
}

/** Reads the runner's own report; a run that ended badly without naming a failed test is one failure. */
function counted(endedWell: boolean, report: string, read: (json: Record<string, unknown>) => Count): Count {
  const path = join(reports, report);
  const count = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  if (endedWell || count.failed > 0) return count;
  failures.push(`${report}: the run ended badly without a failed test`);
  return { ...count, failed: 1 };
}

/** The beginning of a message, for the list at the end: the whole stands where the test ran. */
function beginning(message: string): string {
  return stripVTControlCharacters(message).trim().split('\n').slice(0, LINES_OF_A_MESSAGE).join('\n    ');
}

/** What is read here of Vitest's report. */
interface VitestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** The failed tests, and the files that could not be run at all. */
function failuresIn({ testResults = [] }: VitestReport): string[] {
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}\n    ${beginning(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${file} ${fullName}\n    ${beginning((failureMessages ?? []).join('\n'))}`,
    );
  });
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
  return counted(endedWell, report, (json) => {
    failures.push(...failuresIn(json as VitestReport));
    return {
      passed: Number(json['numPassedTests']),
      failed: Number(json['numFailedTests']),
      skipped: Number(json['numPendingTests']) + Number(json['numTodoTests']),
    };
  });
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

/** The tests that ended so, each with its place: `flaky` failed and then passed, `unexpected` failed. */
function ended(how: 'flaky' | 'unexpected', { suites = [], specs = [] }: Suite): string[] {
  const here = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ projectName, status }) =>
      status === how ? [`[${projectName}] tests/e2e/${file}:${line} ${title}`] : [],
    ),
  );
  return [...here, ...suites.flatMap((suite) => ended(how, suite))];
}

function playwright(): Count {
  const report = 'e2e.json';
  const endedWell = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, report),
  });
  return counted(endedWell, report, (json) => {
    const stats: Record<string, unknown> = { ...(json['stats'] ?? {}) };
    flaky.push(...ended('flaky', json as Suite));
    failures.push(...ended('unexpected', json as Suite));
    return {
      passed: Number(stats['expected']) + Number(stats['flaky']),
      failed: Number(stats['unexpected']),
      skipped: Number(stats['skipped']),
    };
  });
}

// What is tried by chance is tried anew in every run, and can be had again by the seed that is named with a failure.
process.env['LECTERN_SEED'] ??= String(randomInt(2 ** 31));

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
if (failures.length > 0) {
  const seed = process.env['LECTERN_SEED'];
  process.stdout.write(`\nFailed, with LECTERN_SEED=${seed}:\n  ${failures.join('\n  ')}\n`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
