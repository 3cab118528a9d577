import { expect, test } from 'vitest';
import { NO_CITATION } from '../../../db/model/index.ts';
import { CITATION_STYLES, type Citable, createCiter, type Run } from '../../../main/interchange/index.ts';

const facts = { url: '', language: '', publisher: '', identifiers: [] };
const SOURCES: readonly Citable[] = [
  {
    ...facts,
    id: 'overy',
    publisher: 'Allen Lane',
    title: 'The Dictators',
    authors: ['Overy, Richard'],
    date: '2004',
    citation: { ...NO_CITATION, type: 'book', place: 'London', edition: '2' },
  },
  {
    ...facts,
    id: 'hansen',
    publisher: 'Forlaget',
    title: 'Styret i 1923',
    authors: ['Hansen, Ole', 'Berg, Kari'],
    date: '1974-05',
    citation: {
      ...NO_CITATION,
      type: 'chapter',
      container: 'Samlede arbeider',
      editors: ['Lie, Per'],
      pages: '12–34',
      place: 'Oslo',
    },
  },
  {
    ...facts,
    id: 'article',
    identifiers: [{ kind: 'doi', value: '10.1/x' }],
    title: 'On <i>Nature</i> & სული',
    authors: ['Overy, Richard'],
    date: '2004',
    citation: {
      ...NO_CITATION,
      type: 'article-journal',
      container: 'Past & Present',
      volume: '4',
      issue: '2',
      pages: '1-9',
    },
  },
  { ...facts, id: 'letters', title: 'Letters', authors: [], date: 'around 1900', citation: NO_CITATION },
  {
    ...facts,
    id: 'court',
    title: 'Protocol',
    authors: ['Court at Vardø'],
    date: '',
    citation: { ...NO_CITATION, type: 'webpage' },
  },
];

/** Runs as text, italics between stars. */
const show = (runs: readonly Run[]) =>
  runs.map(({ text, marks }) => (marks?.includes('em') ? `*${text}*` : text)).join('');

test('author and date, in English and Norwegian', () => {
  const en = createCiter('author-date', 'en', SOURCES);
  expect(en.cite('hansen', '¶ 38–40')).toMatchObject({ place: 'below' });
  expect(show(en.cite('hansen', '¶ 38–40').runs)).toBe('(Hansen and Berg 1974, ¶ 38–40)');
  expect(show(en.cite('court', '').runs)).toBe('(Court at Vardø n.d.)');
  const nb = createCiter('author-date', 'nb', SOURCES);
  expect(show(nb.cite('hansen', 'p. 41, ¶ 38').runs)).toBe('(Hansen og Berg 1974, s. 41, ¶ 38)');
  expect(show(nb.cite('court', 'Title page, ¶ 1').runs)).toBe('(Court at Vardø u.å., Title page, ¶ 1)');
});

test('two works of an author and a year get letters', () => {
  const citer = createCiter('author-date', 'en', SOURCES);
  expect(show(citer.cite('overy', '¶ 1').runs)).toBe('(Overy 2004b, ¶ 1)');
  expect(show(citer.cite('article', '¶ 1').runs)).toBe('(Overy 2004a, ¶ 1)');
  expect(citer.bibliography().map(({ id, runs }) => [id, show(runs)])).toEqual([
    ['court', 'Court at Vardø (n.d.). *Protocol*.'],
    [
      'hansen',
      'Hansen, Ole and Kari Berg (1974). “Styret i 1923”. In *Samlede arbeider*, edited by Per Lie, pp. 12–34. Oslo: Forlaget.',
    ],
    ['letters', '*Letters* (around 1900).'],
    [
      'article',
      'Overy, Richard (2004a). “On <i>Nature</i> & სული”. *Past & Present* 4 (2), pp. 1–9. https://doi.org/10.1/x.',
    ],
    ['overy', 'Overy, Richard (2004b). *The Dictators*. 2nd ed. London: Allen Lane.'],
  ]);
});

test('footnotes name a source whole, then in short, then by ibid.', () => {
  const citer = createCiter('footnote', 'en', SOURCES);
  const cited = (id: string, locator: string) => {
    const { place, runs } = citer.cite(id, locator);
    return `${place}: ${show(runs)}`;
  };
  expect(cited('overy', '¶ 38')).toBe(
    'footnote: Richard Overy, *The Dictators*, 2nd ed. (London: Allen Lane, 2004), ¶ 38.',
  );
  expect(cited('overy', '¶ 38')).toBe('footnote: Ibid.');
  expect(cited('overy', '¶ 39')).toBe('footnote: Ibid., ¶ 39.');
  expect(cited('hansen', 'ch. 3, ¶ 9')).toBe(
    'footnote: Ole Hansen and Kari Berg, “Styret i 1923”, in *Samlede arbeider*, edited by Per Lie (Oslo: Forlaget, 1974), ch. 3, ¶ 9.',
  );
  expect(cited('overy', '¶ 1')).toBe('footnote: Overy, *The Dictators*, ¶ 1.');
});

test('numbers follow the order of the document', () => {
  const citer = createCiter('numeric', 'en', SOURCES);
  expect(show(citer.cite('hansen', '¶ 3').runs)).toBe('[2, ¶ 3]');
  expect(citer.bibliography().map(({ id }) => id)).toEqual(SOURCES.map(({ id }) => id));
});

test.each(CITATION_STYLES)('a source of which nothing is known but its title can be cited as %s', (style) => {
  const citer = createCiter(style, 'nb', [
    { ...facts, id: 's', title: 'Brev', authors: [], date: '', citation: NO_CITATION },
  ]);
  if (style !== 'numeric') expect(show(citer.cite('s', '¶ 1').runs)).toContain('Brev');
  expect(
    citer
      .bibliography()
      .map(({ runs }) => show(runs))
      .join(),
  ).toContain('Brev');
});

const OWN = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="{" suffix="}"><text variable="title" font-weight="bold"/><text variable="locator" prefix=" @"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;

test('a style the user brought is used', () => {
  const citer = createCiter({ csl: OWN }, 'en', SOURCES);
  expect(citer.cite('overy', '¶ 38').runs).toEqual([
    { text: '{' },
    { text: 'The Dictators', marks: ['strong'] },
    { text: ' @38}' },
  ]);
});

/** A style with these macros, the first of which it calls. */
function withMacros(macros: string): string {
  return OWN.replace('<citation>', `${macros}<citation>`).replace(/(<layout[^>]*>)/, '$1<text macro="m0"/>');
}

const macro = (at: number, inside: string) => `<macro name='m${at}'>${inside}</macro>`;
const last = (at: number) => macro(at, '<text value="x"/>');
const doubling = (deep: number) =>
  Array.from({ length: deep }, (_, at) => macro(at, `<text macro="m${at + 1}"/>`.repeat(2))).join('') + last(deep);
const chain = (long: number) =>
  Array.from({ length: long }, (_, at) => macro(at, `<text macro="m${at + 1}"/>`)).join('') + last(long);

test('macros that call macros are used as far as a style can grow', () => {
  const [entry] = createCiter({ csl: withMacros(doubling(3)) }, 'en', SOURCES).cite('overy', '').runs;
  expect(entry?.text).toContain('xxxxxxxx');
});

test('a large style is used whose macros choose: of what they could do only one thing is done at a time', () => {
  // As the large styles people share: written out it had millions of elements, and each citation goes one way through it.
  const choosing = Array.from({ length: 12 }, (_, at) => {
    const [kinds, next] = [['book', 'chapter', 'speech'], `<text macro="m${at + 1}"/>`];
    const branches = kinds.map(
      (type, n) => `<${n === 0 ? '' : 'else-'}if type="${type}">${next}</${n === 0 ? '' : 'else-'}if>`,
    );
    return macro(
      at,
      `<group delimiter=" "><choose>${branches.join('')}<else>${next}</else></choose><text variable="note"/></group>`,
    );
  }).join('');
  const unused = Array.from(
    { length: 3_000 },
    (_, at) => `<macro name="unused${at}"><text variable="title" prefix="${'-'.repeat(60)}"/></macro>`,
  );
  const csl = withMacros(choosing + last(12) + unused.join(''));
  expect(csl.length).toBeGreaterThan(300_000);
  const [entry] = createCiter({ csl }, 'en', SOURCES).cite('overy', '').runs;
  expect(entry?.text).toBe('{x');
});

test.each([
  ['nothing', ''],
  ['no XML', '{"a": 1}'],
  ['a style that only points to another', OWN.replace(/<citation>[\s\S]*<\/bibliography>/, '')],
  ['broken XML', OWN.replace('</layout></citation>', '')],
  ['a document type', `<!DOCTYPE style [<!ENTITY a "b">]>${OWN}`],
  ['something endless', OWN.replace('Own', 'x'.repeat(1_000_001))],
  ['a macro that calls itself', withMacros('<macro name="m0"><text macro="m0"/></macro>')],
  ['a macro that calls one that is not there', withMacros('<macro name="m0"><text macro="m1"/></macro>')],
  ['twenty macros that each call the next one twice', withMacros(doubling(20))],
  [
    'macros that double wherever they are called from',
    withMacros(doubling(20))
      .replace('<text macro="m0"/>', '')
      .replace('<citation>', '<citation><sort><key macro="m0"/></sort>'),
  ],
  [
    'macros that double in every branch of a choice',
    withMacros(doubling(20).replaceAll(/(<text macro="m\d+"\/>)\1/g, '$1<choose><else>$1</else></choose>')),
  ],
  [
    'groups within groups, without an end in sight',
    OWN.replace(
      '<text variable="title" font',
      `${'<group>'.repeat(60_000)}<text value="x"/>${'</group>'.repeat(60_000)}<text variable="title" font`,
    ),
  ],
  ['macros that call the next one, without an end in sight', withMacros(chain(14_000))],
])('%s is refused as a style', (_, csl) => {
  expect(() => createCiter({ csl }, 'en', SOURCES)).toThrowError(expect.objectContaining({ code: 'bad-style' }));
});
