import { fold } from '../fold.ts';
import { gapKey, type NameWord, type OwnedName, type PreparedName, prepareName, recognise, type Span } from './name.ts';
import { eachWordOf, hashOf, wordSet } from './words.ts';

/** A place where a name stands, in UTF-16 units of the text. */
export interface NameMatch extends OwnedName, Span {
  /** Whether it stands there in its own form: `Stalin`, not `Stalins`. Case and accents make no other form. */
  readonly exact: boolean;
}

/** Every place where a name stands, also inside of a longer one, by where they begin, then the longest first. */
export type NameFinder = (text: string) => NameMatch[];

/** What names have come to after so many words: which words may follow, and which names end here. */
interface Node {
  readonly next: Map<string, Node>;
  readonly names: PreparedName[];
}

/** A name that has begun in the text and may go on with the next word. */
interface Trail {
  readonly node: Node;
  readonly spans: readonly Span[];
  readonly exact: boolean;
}

interface Meaning {
  readonly form: string;
  /** The words of names it is a form of; a name's last word, which may take other endings, is another word. */
  readonly words: Map<string, NameWord>;
}

/** Longer stretches than this between two words end a name. */
const LONGEST_GAP = 8;

/**
 * Makes a finder for any number of names that reads a text once. After Aho and Corasick (1975), but by words instead of
 * letters: names begin and end at words, so a word is read as one number, and nearly all are no part of a name.
 * The forms of a word lead to the word, and words lead through a tree of names.
 */
export function nameFinder(names: Iterable<OwnedName>): NameFinder {
  const root: Node = { next: new Map(), names: [] };
  const meanings = new Map<number, Meaning[]>();
  for (const each of names) {
    const prepared = prepareName(each);
    if (prepared) add(prepared, root, meanings);
  }
  const wanted = wordSet(meanings.keys(), meanings.size);

  return (text) => {
    const matches: NameMatch[] = [];
    let trails: Trail[] = [];
    eachWordOf(text, wanted, (start, end, hash) => {
      const found = meanings.get(hash) ?? [];
      const form = fold(text.slice(start, end));
      const meaning = found.find((each) => each.form === form);
      if (!meaning) return;
      const span = { start, end };
      const going: Trail[] = [];
      for (const { node, spans, exact } of [...trails, { node: root, spans: [], exact: true }]) {
        const last = spans.at(-1)?.end;
        if (last !== undefined && start - last > LONGEST_GAP) continue;
        const gap = last === undefined ? '' : gapKey(text.slice(last, start));
        for (const [word, { folded }] of meaning.words) {
          const next = node.next.get(`${gap}\n${word}`);
          if (!next) continue;
          const trail = { node: next, spans: [...spans, span], exact: exact && folded === form };
          collect(trail, text, matches);
          if (next.next.size > 0) going.push(trail);
        }
      }
      trails = going;
    });
    return matches.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

function add(name: PreparedName, root: Node, meanings: Map<number, Meaning[]>): void {
  let node = root;
  for (const [at, nameWord] of name.words.entries()) {
    const { folded, forms, gap } = nameWord;
    const word = at === name.words.length - 1 ? `${folded}\n` : folded;
    const key = `${gap}\n${word}`;
    let next = node.next.get(key);
    if (!next) {
      next = { next: new Map(), names: [] };
      node.next.set(key, next);
    }
    node = next;
    for (const form of forms) {
      const hash = hashOf(form);
      const known = meanings.get(hash) ?? [];
      const meaning = known.find((each) => each.form === form);
      if (meaning) meaning.words.set(word, nameWord);
      else meanings.set(hash, [...known, { form, words: new Map([[word, nameWord]]) }]);
    }
  }
  node.names.push(name);
}

function collect({ node, spans, exact }: Trail, text: string, matches: NameMatch[]): void {
  for (const prepared of node.names) {
    const span = recognise(prepared, text, spans);
    if (!span) continue;
    const { owner, name, tail } = prepared;
    const inflected = tail === '' && span.end !== spans.at(-1)?.end;
    matches.push({ owner, name, ...span, exact: exact && !inflected });
  }
}
