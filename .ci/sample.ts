// Makes resources/sample.lectern from the three texts beside it, by the road every deed takes. Run it again when the
// texts or the schema change: npm run sample
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Session, withNotebook } from '../main/cli/session.ts';
import type { Colour, Input, Output } from '../main/contract/index.ts';

const resources = resolve(import.meta.dirname, '../resources');
const notebook = join(resources, 'sample.lectern');

const TEXTS = {
  memoir: 'Handelsmannens minner.txt',
  inquiry: 'Inquiry into the loss of the Sankt Nikolaj.txt',
  letter: 'A letter to Aleppo.md',
} as const;

type TextName = keyof typeof TEXTS;
type Marks = readonly [text: TextName, quote: string, colour: Colour, tags: readonly string[], comment?: string];
type Entities = readonly [type: string, name: string, dates: string, description: string, names: readonly string[]];
type Item = readonly [
  kind: 'heading' | 'text' | 'quotation' | 'note' | 'entity',
  what: string,
  below?: readonly Item[],
];

const FACTS = {
  memoir: { authors: ['Henrik Dahl'], date: '1911', language: 'nb' },
  inquiry: { authors: ['Maritime court at Vardø'], date: '1884-09-03', language: 'en' },
  letter: { authors: ['Yusuf al-Halabi'], date: '1884-10-02', language: 'en' },
} as const;

const TAGS: readonly (readonly [name: string, parent: string | null, colour: Colour, memo: string])[] = [
  ['the loading', null, 'yellow', 'How heavily the ship was laden, and who says so.'],
  ['the lists', 'the loading', 'yellow', 'What was written down, and for whom.'],
  ['the waterline', 'the loading', 'yellow', 'Seen with the eye rather than read in a list.'],
  ['haste', null, 'red', 'Somebody wants to be quick, and why.'],
  ['hospitality', null, 'green', 'Coffee, songs, courtesy across languages.'],
  ['the rescue', null, 'blue', 'The night of 18 August.'],
  ['to verify', null, 'violet', 'Needs another source.'],
];

const MARKS: readonly Marks[] = [
  [
    'memoir',
    'Jeg husker vekten fordi jeg skrev den ned to ganger: 3200 voger første gang',
    'violet',
    ['to verify'],
    'Are his books kept anywhere?',
  ],
  ['memoir', '3200 voger første gang og 2600 den andre', 'yellow', ['the lists'], 'Two lists. The court saw only one.'],
  ['memoir', 'Det var den andre listen som ble vist fram under sjøforklaringen.', 'yellow', ['the lists', 'to verify']],
  [
    'memoir',
    'Abramov pekte på vannlinjen og ristet på hodet. Brandt pekte på klokka.',
    'red',
    ['haste', 'the waterline'],
  ],
  ['memoir', 'prisene i Arkhangelsk ville falle så snart de andre skutene kom fram', 'red', ['haste']],
  ['memoir', 'Kona mi, Ingeborg, ga ham kaffe.', 'green', ['hospitality']],
  [
    'memoir',
    '«Moja på tvoja», sa han, og mente at vi var venner.',
    'green',
    ['hospitality'],
    'Russenorsk, the pidgin of the coast.',
  ],
  ['memoir', 'Mannskapet sa at han hadde bundet seg til roret.', 'blue', ['the rescue']],
  ['inquiry', 'which shows 2,600 vog of fish', 'yellow', ['the lists']],
  ['inquiry', 'a merchant writes many lists', 'yellow', ['the lists'], 'An answer that answers nothing.'],
  ['inquiry', 'the water stood so near the rail that it made, in his word, a mirror', 'yellow', ['the waterline']],
  [
    'inquiry',
    'the master had said so to the consul in front of everybody',
    'red',
    ['haste', 'the waterline'],
    'Against this: the consul “knew no Russian”.',
  ],
  ['inquiry', 'No receipt is found among the papers.', 'violet', ['to verify']],
  ['inquiry', 'All who were saved owe it to him.', 'blue', ['the rescue']],
  [
    'letter',
    'On the fourth you can count the planks between the water and the rail: there are two. I am told by the men that there should be seven.',
    'yellow',
    ['the waterline'],
    'The strongest piece of evidence there is.',
  ],
  ['letter', 'the paper is light and the fish is heavy', 'yellow', ['the lists']],
  ['letter', 'a woman named Ingeborg gave me coffee every morning', 'green', ['hospitality']],
  ['letter', 'he tied himself to the tiller so that we should have time to loose the boat', 'blue', ['the rescue']],
  ['letter', 'A gentleman has offered me eight hundred kroner for it.', 'violet', ['to verify'], 'Who?'],
];

const ENTITIES: readonly Entities[] = [
  [
    'person',
    'Fjodor Abramov',
    'd. 18 August 1884',
    'Master of the Sankt Nikolaj.',
    ['Abramov', 'Fyodor Abramov', 'Фёдор Абрамов', 'Captain Fyodor', 'Fjodor'],
  ],
  ['person', 'Yusuf al-Halabi', '', 'Photographer from Aleppo.', ['Jusuf', 'Yusuf', 'يوسف الحلبي', 'يوسف']],
  ['person', 'Henrik Dahl', '', 'Merchant at Vardø, writer of lists.', ['Dahl', 'Mr Dahl']],
  ['person', 'Ingeborg Dahl', '', 'Henrik Dahl’s wife.', ['Ingeborg']],
  ['person', 'Consul Brandt', '', 'Consul and part-owner of the cargo.', ['Brandt', 'Konsul Brandt']],
  ['person', 'Semyon Lopatin', '', 'Mate of the Sankt Nikolaj.', ['Lopatin', 'Семён Лопатин']],
  ['place', 'Vardø', '', 'Town in Finnmark.', []],
  ['place', 'Arkhangelsk', '', 'Port on the White Sea.', ['Archangel', 'Архангельск']],
  ['place', 'Aleppo', '', '', ['حلب']],
  ['place', 'Tromsø', '', '', []],
  ['place', 'Rybatsjij', '', 'Peninsula east of Vardø.', ['Rybachy', 'Рыбачий']],
  ['work', 'Sankt Nikolaj', 'lost 18 August 1884', 'A lodya of 94 tons.', ['Святой Николай']],
  ['event', 'Maritime inquiry at Vardø', '1884-09-03', '', ['sjøforklaringen']],
];

/** Names linked in the texts by hand; what is left of them waits under “Unlinked mentions”. */
const LINKED: Readonly<Record<TextName, readonly string[]>> = {
  memoir: ['Fjodor Abramov', 'Henrik Dahl', 'Ingeborg Dahl', 'Vardø', 'Arkhangelsk', 'Sankt Nikolaj'],
  inquiry: [
    'Fjodor Abramov',
    'Yusuf al-Halabi',
    'Henrik Dahl',
    'Consul Brandt',
    'Semyon Lopatin',
    'Arkhangelsk',
    'Aleppo',
  ],
  letter: ['Yusuf al-Halabi', 'Vardø', 'Tromsø'],
};

/** How far the outline is, by its headings. */
const PLAN: Readonly<Record<string, Omit<Input<'outlines.updateItem'>, 'id'>>> = {
  'What the court was shown': { status: 'done', target: 150, gist: 'One list, written when nothing could be weighed.' },
  'What was seen': { status: 'draft', target: 300, gist: 'Four witnesses saw the same waterline.' },
  'Who wanted to be quick': { status: 'to-do', target: 200 },
};

const OUTLINE: readonly Item[] = [
  [
    'heading',
    'What the court was shown',
    [
      ['quotation', 'which shows 2,600 vog of fish'],
      ['quotation', 'a merchant writes many lists'],
      ['text', 'The court asked the right question and did not wait for the answer.'],
    ],
  ],
  [
    'heading',
    'What was seen',
    [
      ['quotation', 'Abramov pekte på vannlinjen og ristet på hodet. Brandt pekte på klokka.'],
      ['quotation', 'the water stood so near the rail that it made, in his word, a mirror'],
      [
        'quotation',
        'On the fourth you can count the planks between the water and the rail: there are two. I am told by the men that there should be seven.',
      ],
      ['note', 'Two lists, four plates'],
    ],
  ],
  [
    'heading',
    'Who wanted to be quick',
    [
      ['entity', 'Consul Brandt'],
      ['quotation', 'prisene i Arkhangelsk ville falle så snart de andre skutene kom fram'],
    ],
  ],
];

type Highlights = ReadonlyMap<string, Output<'highlights.create'>>;

rmSync(notebook, { force: true });
await withNotebook(notebook, build, { create: true });
process.stdout.write(`${notebook}\n`);

async function build(session: Session): Promise<void> {
  const sources = await importTexts(session);
  for (const [name, parent, colour, memo] of TAGS) await session.call('tags.create', { name, parent, colour, memo });
  const highlights = await mark(session, sources);
  const entities = await link(session, sources);
  await relate(session, entities, highlights);
  const notes = await write(session, entities, highlights);
  await arrange(session, entities, highlights, notes);
}

async function importTexts(session: Session): Promise<Record<TextName, string>> {
  const ids: Partial<Record<TextName, string>> = {};
  for (const name of Object.keys(TEXTS) as TextName[]) {
    const path = join(resources, 'sample', TEXTS[name]);
    const { files } = await session.call('sources.import', { files: [{ upload: path, name: TEXTS[name] }] });
    const source = files[0]?.source;
    if (!source) throw new Error(`${path}: ${files[0]?.failure?.message}`);
    await session.call('sources.update', { id: source.id, ...FACTS[name], authors: [...FACTS[name].authors] });
    ids[name] = source.id;
  }
  return ids as Record<TextName, string>;
}

async function mark(session: Session, sources: Record<TextName, string>): Promise<Highlights> {
  const made = new Map<string, Output<'highlights.create'>>();
  for (const [text, quote, colour, tags, comment] of MARKS) {
    const sourceId = sources[text];
    const { text: whole } = await session.call('sources.text', { id: sourceId });
    const at = whole.indexOf(quote);
    if (at < 0) throw new Error(`${TEXTS[text]} does not say “${quote}”`);
    const start = [...whole.slice(0, at)].length;
    const passage = { sourceId, start, end: start + [...quote].length };
    made.set(
      quote,
      await session.call('highlights.create', { ...passage, colour, tags: [...tags], ...(comment ? { comment } : {}) }),
    );
  }
  return made;
}

async function link(session: Session, sources: Record<TextName, string>): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [type, name, dates, description, aliases] of ENTITIES) {
    const entity = await session.call('entities.create', { type, name, dates, description, aliases: [...aliases] });
    ids.set(name, entity.id);
  }
  for (const [text, names] of Object.entries(LINKED)) {
    for (const name of names) {
      const entityId = need(ids, name);
      const found = await session.call('mentions.find', { entityId });
      const passages = found
        .filter(({ sourceId }) => sourceId === sources[text as TextName])
        .map(({ sourceId, start, end }) => ({ sourceId, start, end }));
      if (passages.length > 0) await session.call('mentions.accept', { entityId, passages });
    }
  }
  return ids;
}

async function relate(session: Session, entities: ReadonlyMap<string, string>, highlights: Highlights): Promise<void> {
  const evidence = (quote: string) => [need(highlights, quote).id];
  await session.call('relations.create', {
    fromId: need(entities, 'Fjodor Abramov'),
    toId: need(entities, 'Sankt Nikolaj'),
    type: 'master of',
    dates: '1884',
  });
  await session.call('relations.create', {
    fromId: need(entities, 'Henrik Dahl'),
    toId: need(entities, 'Ingeborg Dahl'),
    type: 'married to',
    evidence: evidence('Kona mi, Ingeborg, ga ham kaffe.'),
  });
  await session.call('relations.create', {
    fromId: need(entities, 'Consul Brandt'),
    toId: need(entities, 'Sankt Nikolaj'),
    type: 'had money in the cargo of',
    evidence: evidence('prisene i Arkhangelsk ville falle så snart de andre skutene kom fram'),
  });
}

async function write(
  session: Session,
  entities: ReadonlyMap<string, string>,
  highlights: Highlights,
): Promise<ReadonlyMap<string, string>> {
  const quotation = (quote: string) => `[“${quote.slice(0, 20)}”](lectern:highlight/${need(highlights, quote).id})`;
  const entity = (name: string) => `[@${name}](lectern:entity/${need(entities, name)})`;
  const questions = await session.call('notes.create', {
    title: 'Open questions',
    markdown: [
      `Who offered ${entity('Yusuf al-Halabi')} eight hundred kroner?`,
      '',
      '- [ ] Look for the receipt of the plates in the customs papers',
      '- [ ] Was a consul at Vardø likely to know no Russian?',
      '- [x] Compare the two weights',
    ].join('\n'),
  });
  const lists = await session.call('notes.create', {
    title: 'Two lists, four plates',
    markdown: [
      `The court believed the list, and the list was written twice. ${entity('Henrik Dahl')} says so himself, twenty-seven years later:`,
      '',
      quotation('3200 voger første gang og 2600 den andre'),
      '',
      `The difference is **600 voger**, close to eleven tons. ${entity('Yusuf al-Halabi')} did not weigh anything; he looked:`,
      '',
      quotation(
        'On the fourth you can count the planks between the water and the rail: there are two. I am told by the men that there should be seven.',
      ),
      '',
      '## What is missing',
      '',
      `Nobody says who asked for the second list. See [[Open questions]](lectern:note/${questions.id}).`,
      '',
      '| witness | says | when |',
      '| --- | --- | --- |',
      '| Dahl, to the court | 2,600 vog | 1884 |',
      '| Dahl, in his memoir | 3200 and 2600 | 1911 |',
      '| the photograph | two planks of seven | 1884 |',
    ].join('\n'),
  });
  return new Map([
    ['Open questions', questions.id],
    ['Two lists, four plates', lists.id],
  ]);
}

async function arrange(
  session: Session,
  entities: ReadonlyMap<string, string>,
  highlights: Highlights,
  notes: ReadonlyMap<string, string>,
): Promise<void> {
  const { id: outlineId } = await session.call('outlines.create', { title: 'How the Sankt Nikolaj was lost' });
  const add = async (items: readonly Item[], parentId: string | null): Promise<void> => {
    for (const [kind, what, below] of items) {
      const where = { outlineId, parentId, kind };
      const item = await session.call('outlines.add', { ...where, ...contentOf(kind, what) });
      if (below) await add(below, item.id);
    }
  };
  const contentOf = (kind: Item[0], what: string) => {
    if (kind === 'quotation') return { refId: need(highlights, what).id };
    if (kind === 'note') return { refId: need(notes, what) };
    if (kind === 'entity') return { refId: need(entities, what) };
    return { text: what };
  };
  await add(OUTLINE, null);
  const { tree } = await session.call('outlines.get', { id: outlineId });
  for (const { id, text } of tree) {
    const plan = PLAN[text];
    if (plan) await session.call('outlines.updateItem', { id, ...plan });
  }
}

function need<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample has nothing called “${key}”`);
  return value;
}
