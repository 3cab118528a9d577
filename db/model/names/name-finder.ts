import { gapKey, type NameWord, type OwnedName, type PreparedName, prepareName, recognise, type Span } from './name.ts';
import { eachWordOf, hashOf, standsAs, type WordSet, wordSet } from './words.ts';

/** A place where a name stands, in UTF-16 units of the text. */
export interface NameMatch extends OwnedName, Span {
  /** Whether it stands there in its own form: `Stalin`, not `Stalins`. Case and accents make no other form. */
  readonly exact: boolean;
}

/** Every place where a name stands, also inside of a longer one, by where they begin, then the longest first. */
export type NameFinder = (text: string) => NameMatch[];

/** What names have come to after so many words: which words may follow, and which names end here. */
interface Node {
  /** By what stands before the next word, and by the number of the word. */
  readonly next: Map<string, Map<number, Node>>;
  readonly names: PreparedName[];
}

/** A name that has begun in the text and may go on with the next word. */
interface Trail {
  readonly node: Node;
  readonly spans: readonly Span[];
  readonly exact: boolean;
}

/** A word as texts have it, and the words of names that it is a form of. */
interface Form {
  readonly form: string;
  readonly words: { readonly word: number; readonly exact: boolean }[];
  /** What the names come to that begin with it. */
  readonly begun: { readonly node: Node; readonly exact: boolean }[];
  /** Whether it may begin with a small letter. */
  maySmall: boolean;
}

/** Longer stretches than this between two words end a name. */
const LONGEST_GAP = 8;
const SPACE = 0x20;

/**
 * Makes a finder for any number of names that reads a text once. After Aho and Corasick (1975), but by words instead of
 * letters: names begin and end at words, so a word is read as one number, and nearly all are no part of a name.
 * The forms of a word lead to the word, and words lead through a tree of names.
 */
export function nameFinder(names: Iterable<OwnedName>): NameFinder {
  const { wanted, forms } = compile(names);
  return (text) => {
    const matches: NameMatch[] = [];
    let trails: Trail[] = NONE;
    eachWordOf(text, wanted, (start, end, number) => {
      const form = formOf(forms[number], text, start, end, trails === NONE);
      if (form === null) return;
      const span = { start, end };
      const going: Trail[] = [];
      for (const trail of trails) {
        const last = trail.spans[trail.spans.length - 1]?.end ?? 0;
        const isSpace = start - last === 1 && text.charCodeAt(last) === SPACE;
        if (isSpace) follow(trail, ' ', form, span, going);
        else if (start - last <= LONGEST_GAP) follow(trail, gapKey(text.slice(last, start)), form, span, going);
      }
      for (const { node, exact } of form.begun) going.push({ node, spans: [span], exact });
      trails = NONE;
      for (const trail of going) {
        if (trail.node.names.length > 0) collect(trail, text, matches);
        if (trail.node.next.size > 0) trails = going;
      }
    });
    return matches.length < 2 ? matches : matches.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

const NONE: Trail[] = [];

/** Which of the forms of one hash stands there; nearly always there is but one, and it does. */
function formOf(
  forms: readonly Form[] | undefined,
  text: string,
  start: number,
  end: number,
  mustBegin: boolean,
): Form | null {
  if (forms === undefined) return null;
  for (const each of forms) {
    if ((!mustBegin || each.begun.length > 0) && standsAs(text, start, end, each.form)) return each;
  }
  return null;
}

/** Takes a name that has begun on by a word, wherever the word may follow. */
function follow({ node, spans, exact }: Trail, gap: string, form: Form, span: Span, going: Trail[]): void {
  const next = node.next.get(gap);
  if (!next) return;
  for (const known of form.words) {
    const reached = next.get(known.word);
    if (reached) going.push({ node: reached, spans: [...spans, span], exact: exact && known.exact });
  }
}

interface Compiled {
  readonly wanted: WordSet;
  /** By the number of their hash in the set, which several may have. */
  readonly forms: readonly (readonly Form[])[];
}

function compile(names: Iterable<OwnedName>): Compiled {
  const root: Node = { next: new Map(), names: [] };
  const words = new Map<string, number>();
  const forms = new Map<string, Form>();
  for (const each of names) {
    const name = prepareName(each);
    if (!name) continue;
    let node = root;
    for (const [at, nameWord] of name.words.entries()) {
      // A name's last word takes other endings than the same word before it.
      const key = at === name.words.length - 1 ? `${nameWord.folded}.` : nameWord.folded;
      const word = words.get(key) ?? words.size;
      words.set(key, word);
      node = step(node, nameWord.gap, word);
      for (const form of nameWord.forms) addForm(forms, form, nameWord, word, at === 0 ? node : null);
    }
    node.names.push(name);
  }
  const byHash = Map.groupBy(forms.values(), ({ form }) => hashOf(form));
  const numbered = [...byHash.values()];
  const maySmall = (number: number) => numbered[number]?.some((form) => form.maySmall) ?? false;
  return { wanted: wordSet([...byHash.keys()], maySmall), forms: numbered };
}

/** @param begun what a name comes to that begins with the word, null where it stands later in the name */
function addForm(
  forms: Map<string, Form>,
  form: string,
  { folded, isCapital }: NameWord,
  word: number,
  begun: Node | null,
): void {
  const known = forms.get(form) ?? { form, words: [], begun: [], maySmall: false };
  const exact = form === folded;
  if (!known.words.some((each) => each.word === word)) known.words.push({ word, exact });
  if (begun && !known.begun.some(({ node }) => node === begun)) known.begun.push({ node: begun, exact });
  known.maySmall ||= !isCapital;
  forms.set(form, known);
}

function step({ next }: Node, gap: string, word: number): Node {
  const after = next.get(gap) ?? new Map<number, Node>();
  next.set(gap, after);
  const node = after.get(word) ?? { next: new Map(), names: [] };
  after.set(word, node);
  return node;
}

function collect({ node, spans, exact }: Trail, text: string, matches: NameMatch[]): void {
  for (const prepared of node.names) {
    const span = recognise(prepared, text, spans);
    if (!span) continue;
    const { owner, name, tail } = prepared;
    const inflected = tail === '' && span.end !== spans.at(-1)?.end;
    matches.push({ owner, name, start: span.start, end: span.end, exact: exact && !inflected });
  }
}
