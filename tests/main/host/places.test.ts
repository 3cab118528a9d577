import { expect, test } from 'vitest';
import { nodeTooOld, userPlaces } from '../../../main/host/index.ts';

const around = { home: '/home/ada', resources: '/opt/lectern/resources', env: {} };

test('on Linux by the XDG base directories', () => {
  expect(userPlaces({ ...around, platform: 'linux' })).toEqual({
    notebooks: '/home/ada/Documents/Lectern',
    backups: '/home/ada/.local/share/lectern/backups',
    preferences: '/home/ada/.config/lectern/preferences.json',
    sample: '/opt/lectern/resources/sample.lectern',
  });
  const env = { XDG_CONFIG_HOME: '/x/config', XDG_DATA_HOME: '/x/data' };
  const places = userPlaces({ ...around, platform: 'linux', env, documents: '/home/ada/Dokumenter' });
  expect(places.preferences).toBe('/x/config/lectern/preferences.json');
  expect(places.backups).toBe('/x/data/lectern/backups');
  expect(places.notebooks).toBe('/home/ada/Dokumenter/Lectern');
});

test('on macOS under Application Support', () => {
  const places = userPlaces({ ...around, platform: 'darwin' });
  expect(places.preferences).toBe('/home/ada/Library/Application Support/Lectern/preferences.json');
});

test('backups never lie in the folder of the notebooks', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const { backups, notebooks } = userPlaces({ ...around, platform });
    expect(backups.startsWith(notebooks)).toBe(false);
  }
});

test('two variables override', () => {
  const env = { LECTERN_CONFIG_DIR: '/t/config', LECTERN_NOTEBOOKS_DIR: '/t/notebooks' };
  const places = userPlaces({ ...around, platform: 'linux', env });
  expect(places.preferences).toBe('/t/config/preferences.json');
  expect(places.backups).toBe('/t/config/backups');
  expect(places.notebooks).toBe('/t/notebooks');
});

test.each([
  ['20.20.2', true],
  ['22.13.9', true],
  ['22.14.0', false],
  ['24.21.0', false],
])('Node %s is too old: %s', (version, tooOld) => {
  expect(nodeTooOld(version) !== undefined).toBe(tooOld);
});
