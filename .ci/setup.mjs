// Makes `npm start` and `npm test` work on a machine that has nothing but Node and npm: installs the packages when they
// are missing or older than the lock, and for the tests (--browser) a Chromium with fonts for the scripts they show.
// Plain JavaScript without packages, because it runs before there are any, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');
/** A copy of the lock that the packages were installed from. */
const stamp = join(packages, '.lectern-lock');
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const DEBIAN_PACKAGES = ['chromium', 'fonts-dejavu', 'fonts-noto-core'];

installPackages();
if (process.argv.includes('--browser')) installBrowser();

function installPackages() {
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) ? sameText(stamp, lock) : installedByHand(lock)) return;
  say('Installing packages …');
  const sentence = 'The packages could not be installed; is the npm registry reachable?';
  // npm 10 does not know `allowScripts` and would compile better-sqlite3, although its binary comes with it. So no
  // package's script runs, except that of `node`, which fetches Node 24 as a package of its own.
  run(['npm', 'ci', '--ignore-scripts', '--loglevel=error'], sentence);
  run(['npm', 'rebuild', 'node', '--loglevel=error'], sentence);
  copyFileSync(lock, stamp);
}

/** Whether somebody has run `npm ci` since the lock last changed, with the script that fetches Node 24. */
function installedByHand(lock) {
  const npmsOwn = join(packages, '.package-lock.json');
  return (
    existsSync(npmsOwn) &&
    statSync(npmsOwn).mtimeMs >= statSync(lock).mtimeMs &&
    existsSync(join(packages, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))
  );
}

function sameText(one, other) {
  return readFileSync(one, 'utf8') === readFileSync(other, 'utf8');
}

function installBrowser() {
  if (process.env.CHROMIUM || BROWSERS.some(onPath)) return;
  const missing =
    'The tests need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.';
  const privileged = process.getuid?.() === 0;
  if (!onPath('apt-get') || !(privileged || onPath('sudo'))) fail(missing);
  say('Installing Chromium and fonts …');
  const apt = [...(privileged ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-qq'];
  run([...apt, 'update'], missing);
  run([...apt, 'install', '--no-install-recommends', ...DEBIAN_PACKAGES], missing);
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

function run([program, ...args], sentence) {
  // npm is a .cmd file on Windows, which only a shell can start; every argument here is a constant.
  const shell = process.platform === 'win32';
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (result.status !== 0) fail(sentence);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
