import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook, openNotebook } from '../../db/index.ts';
import { addTag } from './support/rows.ts';
import { canMakeDisks, newSmallDisk } from './support/small-disk.ts';

const full = expect.objectContaining({ code: 'disk-full' });

function smallDisk(size: string) {
  const disk = newSmallDisk(size);
  onTestFinished(() => disk.end());
  return disk;
}

test.skipIf(!canMakeDisks())('nothing is left of a notebook there was no room for [needs root and tmpfs]', () => {
  const { folder, fill } = smallDisk('128k');
  expect(() => createNotebook(join(folder, 'war.lectern'))).toThrow(full);
  expect(readdirSync(folder)).toEqual([]);
  fill();
  expect(() => createNotebook(join(folder, 'war.lectern'))).toThrow(full);
  expect(readdirSync(folder)).toEqual(['filler']);
});

test.skipIf(!canMakeDisks())(
  'a notebook on a full disk is opened, refuses deeds for that reason, and takes them when there is room again [needs root and tmpfs]',
  () => {
    const disk = smallDisk('1m');
    const path = join(disk.folder, 'war.lectern');
    createNotebook(path).close();
    disk.fill();
    const notebook = openNotebook(path);
    const tag = (name: string) => () =>
      notebook.write({ deed: 'create-tag', subject: name }, (connection) => addTag(connection, name));
    expect(notebook.readOnly).toBe(false);
    expect(tag('War')).toThrow(full);
    expect(readdirSync(disk.folder)).not.toContain('war.lectern-owner');
    disk.free();
    tag('Peace')();
    expect(notebook.read((connection) => connection.all('SELECT name FROM tags'))).toEqual([{ name: 'Peace' }]);
    notebook.close();
    expect(readdirSync(disk.folder)).toEqual(['war.lectern']);
  },
);
