import type { Connection } from '../sqlite/connection.ts';

/** A setting of the notebook; null where it was never set. */
export function get(connection: Connection, key: string): unknown {
  const row = connection.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key);
  return row ? JSON.parse(row.value) : null;
}

/** Sets a setting to any JSON value; `undefined` takes it away. Settings are not part of the history. */
export function set(connection: Connection, key: string, value: unknown): void {
  if (value === undefined) connection.run('DELETE FROM settings WHERE key = ?', key);
  else {
    connection.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    );
  }
  connection.changed({ noun: 'setting', id: key, deed: 'updated' });
}
