import { nameWords, type OwnedName } from '../../model/index.ts';
import { entitiesNamed, type Forms } from '../../search/index.ts';
import type { Connection } from '../../sqlite/connection.ts';

/** A name with the entity whose it is. */
interface NameRow {
  readonly owner: string;
  readonly name: string;
}

const ALL = `
  SELECT id AS owner, name FROM entities WHERE trashed_at IS NULL
  UNION ALL
  SELECT n.entity_id, n.name FROM entity_names n JOIN entities e ON e.id = n.entity_id AND e.trashed_at IS NULL`;

const OF_SOME = `
  SELECT id AS owner, name FROM entities
  WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?))
  UNION ALL
  SELECT n.entity_id, n.name FROM entity_names n JOIN entities e ON e.id = n.entity_id AND e.trashed_at IS NULL
  WHERE n.entity_id IN (SELECT value FROM json_each(?))`;

/** Every name of every entity outside the trash. */
export function allNames(connection: Connection): OwnedName[] {
  return connection.all<NameRow>(ALL);
}

/** Every name of these entities, where they are not in the trash. */
export function namesOf(connection: Connection, entityIds: readonly string[]): OwnedName[] {
  return connection.all<NameRow>(OF_SOME, JSON.stringify(entityIds), JSON.stringify(entityIds));
}

/** The words of names with their forms, as the index is asked for them. */
export function formsOf(names: readonly OwnedName[]): (readonly Forms[])[] {
  return names.map(({ name }) => nameWords(name).map(({ forms }) => forms)).filter((words) => words.length > 0);
}

/**
 * The entities any of whose names could stand in the same words as one of these: those that share a form of a word. A
 * longer name of theirs takes the words, an equal one makes them ambiguous. Null where there are too many to ask for.
 */
export function rivalsOf(connection: Connection, names: readonly OwnedName[]): string[] | null {
  const words = new Set<string>();
  for (const { name } of names) {
    for (const { folded, forms } of nameWords(name)) {
      for (const form of forms) words.add(form);
      // The word of theirs may itself be the one without the ending, or lie beside it: Александр, Александра.
      if (folded.endsWith('s')) words.add(folded.slice(0, -1));
      if (forms.length > 2) words.add(`${commonBeginning(forms)}*`);
    }
  }
  return entitiesNamed(connection, [...words]);
}

function commonBeginning(forms: readonly string[]): string {
  const [first = ''] = forms;
  let length = first.length;
  for (const form of forms) while (!form.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}
