import { AhoCorasick } from '@monyone/aho-corasick/fast';
import { longestNames, nameFinder, type OwnedName } from '../db/model/index.ts';
import { oneAddedName } from './added-name.ts';
import { besideScan } from './beside-a-scan.ts';
import { timed } from './job.ts';
import { type NamedText, namedText } from './named-text.ts';
import { asked } from './open-window.ts';
import { type Goal, measureOf, type Result } from './result.ts';
import { splitIntoWords } from './split.ts';

const WARMING = 2;
const COUNTED = 25;
const LENGTH = 10_000_000;
const NAMES = 5_000;
const SOURCES = 10;
const KEYS = 200;
/** Milliseconds of a frame. */
const FRAME = 1000 / 60;

/**
 * Times the finding of 5,000 names in 10 million characters, block by block, by three roads in turn: `names` is ours,
 * with boundaries, endings and the longest name chosen; `bare strings` is the fastest automaton on npm, which finds
 * strings and asks nothing about them; `words` only splits the text into words. Then one name added to a notebook of
 * ten such texts, and typing and scrolling in the window while all names are looked for in all of them.
 * @param words `--length=CHARACTERS` of a text, `--names=COUNT`, `--keys=COUNT` typed in the window
 */
export async function run(words: readonly string[]): Promise<Result> {
  const [length, names, keys] = [
    asked(words, 'length', LENGTH),
    asked(words, 'names', NAMES),
    asked(words, 'keys', KEYS),
  ];
  const subject = namedText(length, names);
  const taken: Record<string, number[]> = { names: [], 'bare strings': [], words: [] };
  const roads = roadsThrough(subject);
  for (let turn = 0; turn < WARMING + COUNTED; turn++) {
    for (const [road, work] of Object.entries(roads)) taken[road]?.push(await timed(work));
  }
  const added = await oneAddedName(SOURCES, length, names);
  const { typing, scrolling, scans } = await besideScan({ sources: SOURCES, length, names, keys });
  const later = (of: typeof typing) => measureOf(of.scanning).p95 - measureOf(of.idle).p95;
  const measures = {
    ...Object.fromEntries(Object.entries(taken).map(([road, all]) => [road, measureOf(all.slice(WARMING))])),
    ...(await measureMaking(subject.names)),
    'one added name in ten such texts': added,
    'typing: idle': measureOf(typing.idle),
    'typing: while scanning': measureOf(typing.scanning),
    'scrolling, frames: idle': measureOf(scrolling.idle),
    'scrolling, frames: while scanning': measureOf(scrolling.scanning),
  };
  const median = (name: string) => measureOf(taken[name]?.slice(WARMING) ?? []).p50;
  const ratios = {
    'names / bare strings': median('names') / median('bare strings'),
    'names / words': median('names') / median('words'),
  };
  return {
    bench: 'mentions',
    subject: `${names} names in ${length} generated characters, which name somebody ${roads.names()} times`,
    measures,
    ratios,
    goals: [
      goalOf('faster than the fastest automaton finds bare strings', ratios['names / bare strings'], 1),
      goalOf('at most five times what splitting into words takes', ratios['names / words'], 5),
      goalOf('one added name over ten such texts within 100 ms (p95)', added.p95, 100),
      goalOf('typing while scanning within a frame of idle (p95, ms more)', later(typing), FRAME),
      goalOf('scrolling while scanning within a frame of idle (p95, ms more)', later(scrolling), FRAME),
    ],
    remarks: [`While the window was typed and scrolled in, ${scans} searches of all names in all texts were begun.`],
  };
}

function goalOf(goal: string, measured: number, limit: number): Goal {
  return { goal, measured, limit, holds: measured <= limit };
}

function roadsThrough({
  blocks,
  names,
}: NamedText): Readonly<Record<'names' | 'bare strings' | 'words', () => number>> {
  const find = nameFinder(names);
  const edges = new Uint32Array(1 << 20);
  const automaton = new AhoCorasick(names.map(({ name }) => name));
  const sumOf = (count: (text: string) => number) => () => blocks.reduce((sum, text) => sum + count(text), 0);
  return {
    names: sumOf((text) => longestNames(find(text)).length),
    'bare strings': sumOf((text) => automaton.matchInText(text).length),
    words: sumOf((text) => splitIntoWords(text, edges)),
  };
}

/** Making both finders, which is done once for many texts. */
async function measureMaking(names: readonly OwnedName[]) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < COUNTED; turn++) {
    ours.push(await timed(() => nameFinder(names)));
    theirs.push(await timed(() => new AhoCorasick(names.map(({ name }) => name))));
  }
  return { 'names: making the finder': measureOf(ours), 'bare strings: making the automaton': measureOf(theirs) };
}
