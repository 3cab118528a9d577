/** Keys and values of a front matter block, keys in lower case, every value as a list. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>;

/** A document with its front matter taken off. */
export interface Fronted {
  readonly matter: FrontMatter;
  readonly body: string;
}

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const ENTRY = /^([A-Za-z][\w -]*):(?:[ \t]+(.*))?$/;
const ITEM = /^[ \t]*-[ \t]+(?:name:[ \t]*)?(.*)$/;
const CONTINUATION = /^(?:[ \t]|#|$)/;

/**
 * Takes YAML front matter off a Markdown text: single values, quoted or not, `[a, b]` and `- a` lists, the
 * names of `- name: a` lists. A block with a line that is no YAML of that kind is left in the text,
 * so that a rule at the top of a document stays a rule.
 */
export function takeFrontMatter(text: string): Fronted {
  const match = BLOCK.exec(text);
  const matter = match === null ? undefined : parse((match[1] ?? '').split('\n'));
  if (match === null || matter === undefined || matter.size === 0) return { matter: new Map(), body: text };
  return { matter, body: text.slice(match[0].length) };
}

function parse(lines: readonly string[]): FrontMatter | undefined {
  const matter = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const line of lines) {
    const entry = ENTRY.exec(line);
    const item = ITEM.exec(line);
    if (entry !== null) {
      values = valuesOf(entry[2] ?? '');
      matter.set((entry[1] ?? '').toLowerCase(), values);
    } else if (item !== null && values !== undefined) {
      values.push(unquote(item[1] ?? ''));
    } else if (!CONTINUATION.test(line)) {
      return undefined;
    }
  }
  return matter;
}

function valuesOf(written: string): string[] {
  const value = written.trim();
  if (value === '' || value === '|' || value === '>') return [];
  const list = /^\[(.*)\]$/.exec(value);
  if (list === null) return [unquote(value)];
  return (list[1] ?? '')
    .split(',')
    .map(unquote)
    .filter((item) => item !== '');
}

function unquote(written: string): string {
  const value = written.trim();
  const double = /^"(.*)"$/.exec(value);
  if (double !== null) return (double[1] ?? '').replace(/\\(["\\])/g, '$1');
  const single = /^'(.*)'$/.exec(value);
  return single === null ? value.replace(/\s+#.*$/, '') : (single[1] ?? '').replaceAll("''", "'");
}
