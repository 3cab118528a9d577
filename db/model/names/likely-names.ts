/**
 * Words that look like names: capital letters in a row, in the middle of a sentence, or at its beginning where the word
 * is nowhere else written small. For languages that write names, and little else, with capitals; not for German.
 */
import { nameFinder } from './name-finder.ts';
import { SMALL_WORDS, WITHIN_NAMES, WORDS_BEFORE_PLACES } from './small-words.ts';

/** Where a likely name stands first, in UTF-16 units of a block's text. */
export interface LikelySample<Place> {
  readonly place: Place;
  readonly start: number;
  readonly end: number;
}

/** Something that may be a name. */
export interface LikelyName<Place> {
  readonly name: string;
  /** Shorter forms of it: the last word alone, where no other name ends with it. */
  readonly aliases: readonly string[];
  /** How often it stands in the text, in all forms and with its shorter ones. */
  readonly count: number;
  /** Whether it mostly follows a word such as “in”. */
  readonly isPlace: boolean;
  readonly sample: LikelySample<Place>;
}

/** Reads a text block by block, and then says what in it looks like a name. */
export interface LikelyNames<Place> {
  /** @param known stretches of the text that are named already, in UTF-16 units */
  read(text: string, place: Place, known: readonly { readonly start: number; readonly end: number }[]): void;
  /** The most frequent first. Single words that stand there but once are left out. */
  found(): LikelyName<Place>[];
}

interface Run<Place> {
  readonly words: readonly string[];
  readonly text: string;
  readonly starts: readonly number[];
  readonly end: number;
  readonly place: Place;
  readonly beginsSentence: boolean;
  readonly afterPlaceWord: boolean;
}

interface Tally<Place> {
  count: number;
  midSentence: number;
  places: number;
  readonly sample: Run<Place>;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑’']\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
const CAPITAL = /^\p{Lu}/u;
const GENITIVE = /['’]s$/iu;
const SENTENCE_ENDS = /(?:^|[.!?…:;])["'»”’)\]]*[\s"'«“„‘([–—-]*$/u;
/** Longer runs are headings. */
const MOST_WORDS = 6;

export function likelyNames<Place>(): LikelyNames<Place> {
  const runs: Run<Place>[] = [];
  const small = new Map<string, number>();
  return {
    read(text, place, known) {
      // Nothing is told from capitals where there is nothing else.
      if (!/\p{Ll}/u.test(text)) return;
      for (const run of runsIn(text, place, small)) {
        const end = run.end;
        if (!known.some((each) => each.start < end && (run.starts[0] ?? 0) < each.end)) runs.push(run);
      }
    },
    found: () => gathered(runs, small),
  };
}

/** The runs of capital words in a text; words written small are counted on the way. */
function runsIn<Place>(text: string, place: Place, small: Map<string, number>): Run<Place>[] {
  const found: Run<Place>[] = [];
  let open: { word: string; start: number; end: number }[] = [];
  let before = '';
  let last = '';
  const close = () => {
    while (open.length > 0 && !CAPITAL.test(open.at(-1)?.word ?? '')) open.pop();
    const [first] = open;
    const final = open.at(-1);
    if (first && final && open.length <= MOST_WORDS) {
      found.push({
        words: open.map(({ word }) => word),
        text: text.slice(first.start, final.end),
        starts: open.map(({ start }) => start),
        end: final.end,
        place,
        beginsSentence: SENTENCE_ENDS.test(text.slice(Math.max(0, first.start - 8), first.start)),
        afterPlaceWord: WORDS_BEFORE_PLACES.has(before),
      });
    }
    open = [];
  };
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(GENITIVE, '');
    const [start, end] = [match.index, match.index + word.length];
    const previous = open.at(-1);
    const gap = previous ? text.slice(previous.end, start) : '';
    const joins = gap === ' ' || gap === '\u00a0' || (/^\. ?$/.test(gap) && previous?.word.length === 1);
    if (previous && !joins) close();
    if (CAPITAL.test(word)) {
      if (open.length === 0) before = last;
      open.push({ word, start, end });
    } else {
      small.set(word.toLowerCase(), (small.get(word.toLowerCase()) ?? 0) + 1);
      if (open.length > 0 && WITHIN_NAMES.has(word)) open.push({ word, start, end });
      else close();
    }
    last = word.toLowerCase();
  }
  close();
  return found;
}

function gathered<Place>(runs: readonly Run<Place>[], small: ReadonlyMap<string, number>): LikelyName<Place>[] {
  const tallies = new Map<string, Tally<Place>>();
  for (const run of runs) {
    const rest = withoutWords(run, small);
    if (!rest) continue;
    const tally = tallies.get(rest.text) ?? { count: 0, midSentence: 0, places: 0, sample: rest };
    tally.count++;
    if (!rest.beginsSentence) tally.midSentence++;
    if (rest.afterPlaceWord) tally.places++;
    tallies.set(rest.text, tally);
  }
  for (const [text, { midSentence, sample }] of tallies) {
    // What only ever begins sentences may be any word, and what is mostly written small is one.
    const asWord = small.get(text.toLowerCase()) ?? 0;
    if (sample.words.length === 1 && (midSentence === 0 || asWord > midSentence)) tallies.delete(text);
  }
  return named(withForms(tallies));
}

/** Takes the word off that only has its capital from beginning the sentence, and words that are never names. */
function withoutWords<Place>(run: Run<Place>, small: ReadonlyMap<string, number>): Run<Place> | null {
  const [first = ''] = run.words;
  const isWord = SMALL_WORDS.has(first.toLowerCase()) || (run.beginsSentence && small.has(first.toLowerCase()));
  if (!isWord) return run;
  let skipped = 1;
  while (run.words[skipped] !== undefined && !CAPITAL.test(run.words[skipped] ?? '')) skipped++;
  const start = run.starts[skipped];
  if (start === undefined) return null;
  const rest: Run<Place> = {
    ...run,
    words: run.words.slice(skipped),
    starts: run.starts.slice(skipped),
    text: run.text.slice(start - (run.starts[0] ?? 0)),
    beginsSentence: false,
    afterPlaceWord: WORDS_BEFORE_PLACES.has(first.toLowerCase()),
  };
  return withoutWords(rest, small);
}

/** Puts what is a form of another (`Lenins`, `Сталина`) to it. */
function withForms<Place>(tallies: ReadonlyMap<string, Tally<Place>>): Tally<Place>[] {
  const find = nameFinder([...tallies.keys()].map((name) => ({ owner: name, name })));
  const kept = new Map(tallies);
  for (const [text, tally] of tallies) {
    // Сталине is a form of Сталин and of Сталина, which is one of Сталин itself: the shortest is the name.
    const [base] = find(text)
      .filter(({ start, end, exact }) => start === 0 && end === text.length && !exact)
      .sort((one, other) => one.owner.length - other.owner.length);
    const own = base && kept.get(base.owner);
    if (!own) continue;
    own.count += tally.count;
    own.midSentence += tally.midSentence;
    own.places += tally.places;
    kept.delete(text);
  }
  return [...kept.values()];
}

/** Gives longer names their last words as aliases, and leaves out what is hardly there. */
function named<Place>(tallies: readonly Tally<Place>[]): LikelyName<Place>[] {
  const longer = Map.groupBy(
    tallies.filter(({ sample }) => sample.words.length > 1),
    ({ sample }) => sample.words.at(-1) ?? '',
  );
  const aliasOf = (tally: Tally<Place>) => {
    const owners = tally.sample.words.length === 1 ? (longer.get(tally.sample.text) ?? []) : [];
    return owners.length === 1 ? owners[0] : undefined;
  };
  const aliases = Map.groupBy(tallies, aliasOf);
  return tallies
    .filter((tally) => aliasOf(tally) === undefined)
    .map((tally) => {
      const own = aliases.get(tally) ?? [];
      const { sample } = tally;
      const count = [tally, ...own].reduce((sum, each) => sum + each.count, 0);
      return {
        name: sample.text,
        aliases: own.map((each) => each.sample.text),
        count,
        isPlace: own.length === 0 && tally.places * 2 > tally.count,
        sample: { place: sample.place, start: sample.starts[0] ?? 0, end: sample.end },
      };
    })
    .filter(({ name, count }) => count > 1 || name.includes(' '))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
