// Makes `npm start` and `npm test` work on a machine that has nothing but Node and npm: installs the packages when they
// are missing or older than the lock, and for the tests (--browser) a Chromium with fonts for the scripts they show.
// Plain JavaScript without packages, because it runs before there are any, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.lectern-lock');
const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu', 'fonts-noto-core'];

installPackages();
if (process.argv.includes('--browser')) installBrowser();

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages …');
  const sentence = 'The packages could not be installed; is the npm registry reachable?';
  // npm 10 does not know `allowScripts` and would compile better-sqlite3, although its binary comes with it. So no
  // package's script runs, except that of `node`, which fetches Node 24 as a package of its own.
  run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], sentence);
  run('npm', ['rebuild', 'node', '--loglevel=error'], sentence);
  writeFileSync(stamp, lock);
}

function installBrowser() {
  if (process.env.CHROMIUM || ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].some(onPath))
    return;
  const missing =
    'The tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.';
  if (!onPath('apt-get')) fail(missing);
  const privileged = process.getuid?.() === 0;
  if (!privileged && !onPath('sudo')) fail(missing);
  say('Installing Chromium and fonts …');
  const apt = (...args) => {
    const command = ['apt-get', '-y', '-qq', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (privileged) run(command[0], command.slice(1), missing, env);
    else run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', ...command], missing);
  };
  apt('update');
  apt('install', '--no-install-recommends', ...DEBIAN_PACKAGES);
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function run(command, args, sentence, env = process.env) {
  // npm is a .cmd file on Windows, which only a shell can start; every argument here is a constant.
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) fail(sentence);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
