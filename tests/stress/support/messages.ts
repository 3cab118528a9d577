import { z } from 'zod';
import { METHODS, type MethodName } from '../../../main/contract/methods.ts';
import type { Chance } from '../../support/stress.ts';

/** As much of JSON Schema as the contract's inputs use. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What random messages are made of. */
export interface Stock {
  /** Ids of things that are there, so that some messages come through. */
  readonly ids: readonly string[];
  /** Paths a message may name; no other is ever sent, because some methods make files. */
  readonly paths: readonly string[];
}

const NAMES: readonly MethodName[] = Object.keys(METHODS) as MethodName[];
const SCHEMAS = new Map(
  NAMES.map((name) => [name, z.toJSONSchema(METHODS[name].input, { io: 'input', unrepresentable: 'any' }) as Schema]),
);

const STRINGS: readonly string[] = [
  '',
  ' ',
  'winter',
  'person',
  '\0',
  '\ud800',
  '🜚'.repeat(3),
  'თბილისი',
  "'; DROP TABLE notes; --",
  '" OR ""="',
  '%_*?[a-z]{1,9}(',
  'NEAR(a b, 99999999999)',
  '\\',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '[x](lectern:highlight/none) [[y]] > @z',
  `# ${'*'.repeat(40)}${'['.repeat(40)}${'>'.repeat(40)} a`,
  'x'.repeat(3_000),
  '{{{{',
  'constructor',
  '__proto__',
];

const NUMBERS: readonly number[] = [
  0,
  1,
  2,
  5,
  40,
  -1,
  1.5,
  1e9,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  Number.MIN_VALUE,
];

const ANYTHING: readonly unknown[] = [
  null,
  true,
  7,
  'text',
  [],
  {},
  [[]],
  { id: 'x' },
  { toString: 1 },
  [null, [null]],
];

const PATHS = new Set(['path', 'notebook', 'backupFolder']);

/** A random call: mostly of a method there is, with an input that is nearly right, and sometimes nothing of the kind. */
export function randomCall(random: Chance, stock: Stock): { method: string; input: unknown } {
  if (random.next() < 0.05) {
    return { method: random.oneOf(STRINGS), input: random.oneOf(ANYTHING) };
  }
  const method = random.oneOf(NAMES);
  const schema = SCHEMAS.get(method) ?? {};
  return { method, input: value(random, stock, schema, schema.$defs ?? {}, '', 0) };
}

function value(
  random: Chance,
  stock: Stock,
  schema: Schema,
  defs: Readonly<Record<string, Schema>>,
  key: string,
  depth: number,
): unknown {
  if (PATHS.has(key)) return random.oneOf(stock.paths);
  if (random.next() < 0.04) return random.oneOf(ANYTHING);
  const inner = (next: Schema, at = key) => value(random, stock, next, defs, at, depth + 1);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return depth > 12 ? {} : inner(defs[name] ?? {});
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.oneOf(schema.enum);
  if (schema.anyOf) return inner(random.oneOf(schema.anyOf));
  switch (schema.type) {
    case 'object': {
      const made: Record<string, unknown> = {};
      for (const [name, each] of Object.entries(schema.properties ?? {})) {
        const isDue = schema.required?.includes(name) ? random.next() < 0.98 : random.next() < 0.4;
        if (isDue) made[name] = inner(each, name);
      }
      if (random.next() < 0.03) made[random.oneOf(STRINGS)] = random.oneOf(ANYTHING);
      return made;
    }
    case 'array':
      return Array.from({ length: random.below(4) }, () => inner(schema.items ?? {}));
    case 'integer':
    case 'number':
      return random.oneOf(random.next() < 0.7 ? NUMBERS.slice(0, 5) : NUMBERS);
    case 'boolean':
      return random.next() < 0.5;
    case 'null':
      return null;
    case 'string':
      return /(^|[a-z])id(s?)$/i.test(key) && random.next() < 0.8 ? random.oneOf(stock.ids) : random.oneOf(STRINGS);
    default:
      return random.oneOf(ANYTHING);
  }
}

/** A message as it travels, with some of its letters changed, taken out, doubled or cut off. */
export function mutated(random: Chance, message: string): string {
  let text = message;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(text.length + 1);
    const letter = String.fromCharCode(random.next() < 0.8 ? 32 + random.below(95) : random.below(0x10000));
    text = random.oneOf([
      () => text.slice(0, at) + letter + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(Math.max(0, at - random.below(20))),
      () => text.slice(0, at),
    ])();
  }
  return text;
}
