import { type EntityName, type Identifier, LecternError, readDates, readIdentifier } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';

/** Another name as it is given: what is left out is not known. */
export interface NewName {
  readonly name: string;
  readonly language?: EntityName['language'] | undefined;
  readonly kind?: EntityName['kind'] | undefined;
}

/**
 * Replaces the other names; the canonical name and repetitions are left out. A plain string stands for the name as it is
 * known from before.
 */
export function putNames(
  connection: Connection,
  id: string,
  canonical: string,
  names: readonly (string | NewName)[],
  known: readonly EntityName[] = [],
): void {
  const before = new Map(known.map((each) => [each.name, each]));
  const wanted = new Map<string, NewName>();
  for (const each of names) {
    const name = typeof each === 'string' ? (before.get(each) ?? { name: each }) : each;
    if (name.name !== canonical && !wanted.has(name.name)) wanted.set(name.name, name);
  }
  connection.run('DELETE FROM entity_names WHERE entity_id = ?', id);
  [...wanted.values()].forEach(({ name, language = '', kind = '' }, rank) => {
    connection.run(
      'INSERT INTO entity_names (entity_id, name, language, kind, rank) VALUES (?, ?, ?, ?, ?)',
      id,
      name,
      language,
      kind,
      rank,
    );
  });
}

/**
 * Replaces the identifiers, each as its register writes it. What was there already stays even where it is not.
 * @throws LecternError `bad-identifier`
 */
export function putIdentifiers(
  connection: Connection,
  id: string,
  identifiers: readonly Identifier[],
  known: readonly Identifier[] = [],
): void {
  connection.run('DELETE FROM entity_identifiers WHERE entity_id = ?', id);
  for (const identifier of identifiers) {
    const isKnown = known.some(({ kind, value }) => kind === identifier.kind && value === identifier.value);
    const { kind, value } = isKnown ? identifier : checked(identifier);
    connection.run(
      'INSERT OR IGNORE INTO entity_identifiers (entity_id, kind, value) VALUES (?, ?, ?)',
      id,
      kind,
      value,
    );
  }
}

function checked({ kind, value }: Identifier): Identifier {
  const read = readIdentifier(kind, value);
  if (read === null) {
    throw new LecternError('bad-identifier', `“${value}” is no identifier of ${kind}.`, { kind, value });
  }
  return read;
}

/** @throws LecternError `bad-dates` for what sets out to be dates and is none; words are the researcher's own */
export function checkDates(text: string): void {
  const read = readDates(text);
  if (!('fault' in read)) return;
  const { reason, part } = read.fault;
  throw new LecternError('bad-dates', `“${part}” cannot be read as dates (${reason}).`, { reason, part });
}
