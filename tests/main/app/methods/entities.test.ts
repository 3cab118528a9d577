import { expect, test } from 'vitest';
import { find, startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('entities, mentions and relations', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const { text } = await call('sources.text', { id: sourceId });
  const ada = await call('entities.create', {
    type: 'person',
    name: 'Ada Lovelace',
    aliases: ['Ада Лавлейс', 'Ada Lovelace', 'Countess'],
    identifiers: [{ kind: 'wikidata', value: 'Q7259' }],
  });
  expect(ada).toMatchObject({ aliases: ['Ада Лавлейс', 'Countess'], mentions: 0 });
  const babbage = await call('entities.create', { type: 'person', name: 'Charles Babbage', aliases: ['Babbage'] });
  const engine = await call('entities.create', { type: 'machine', name: 'Engine' });
  expect((await call('entityTypes.list', {})).at(-1)).toMatchObject({ name: 'machine', entities: 1 });
  expect((await call('entities.list', { type: 'person' })).map(({ name }) => name)).toEqual([
    'Ada Lovelace',
    'Charles Babbage',
  ]);
  expect(await call('entities.guessType', { name: 'Henry Babbage' })).toEqual({ type: 'person' });
  expect(await call('entities.guessType', { name: 'x' })).toEqual({ type: null });
  expect((await call('entities.search', { query: 'ада' })).map(({ id }) => id)).toEqual([ada.id]);

  expect(await call('entities.suggest', { sourceId, limit: 1 })).not.toContainEqual(
    expect.objectContaining({ name: 'Babbage' }),
  );
  const found = await call('mentions.find', { entityId: babbage.id });
  expect(found.map(({ quote, name, locator }) => [quote, name, locator])).toEqual([
    ['Charles Babbage', 'Charles Babbage', '¶ 1'],
    ['Babbage’s', 'Babbage', '¶ 2'],
  ]);
  const passages = found.map(({ start, end }) => ({ sourceId, start, end }));
  await call('mentions.accept', { entityId: babbage.id, passages: passages.slice(0, 1) });
  expect(await call('mentions.reject', { entityId: babbage.id, passages: passages.slice(1) })).toEqual({ rejected: 1 });
  expect(await call('mentions.find', { entityId: babbage.id })).toEqual([]);
  const mention = await call('mentions.create', { sourceId, ...find(text, 'Ада Лавлейс'), entityId: ada.id });
  expect(await call('mentions.create', { sourceId, ...find(text, 'Ада Лавлейс'), entityId: ada.id })).toEqual(mention);
  expect(await call('mentions.list', { sourceId })).toHaveLength(2);
  expect(await call('entities.together', { id: ada.id })).toMatchObject([{ name: 'Charles Babbage', blocks: 1 }]);

  const highlight = await call('highlights.create', { sourceId, ...find(text, 'wrote to'), tags: ['letters'] });
  const relation = await call('relations.create', {
    fromId: ada.id,
    toId: babbage.id,
    type: 'wrote to',
    evidence: [highlight.id],
  });
  expect(relation).toMatchObject({ fromName: 'Ada Lovelace', toName: 'Charles Babbage', evidence: [highlight.id] });
  expect(await refused('relations.create', { fromId: ada.id, toId: ada.id, type: 'x' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await call('relations.update', { id: relation.id, dates: '1843' })).toMatchObject({
    dates: '1843',
    type: 'wrote to',
  });
  expect(await call('relations.list', { entityId: babbage.id })).toHaveLength(1);
  // How a type reads from the other end is said once: of one relation, for all of its type.
  const second = await call('relations.create', {
    fromId: engine.id,
    toId: ada.id,
    type: 'wrote to',
    inverse: 'heard from',
  });
  expect(await call('relations.list', { entityId: babbage.id })).toMatchObject([{ inverse: 'heard from' }]);
  const third = await call('relations.create', { fromId: ada.id, toId: engine.id, type: 'heard from' });
  expect(third.inverse).toBe('wrote to');
  expect(await call('relations.types', {})).toEqual([
    { type: 'wrote to', inverse: 'heard from', relations: 2 },
    { type: 'heard from', inverse: 'wrote to', relations: 1 },
  ]);
  for (const { id } of [second, third]) await call('relations.remove', { id });
  await call('relations.remove', { id: relation.id });
  expect(await call('relations.list', {})).toEqual([]);

  expect(await call('entities.update', { id: engine.id, type: 'work', aliases: ['Machine'] })).toMatchObject({
    type: 'work',
    aliases: ['Machine'],
  });
  const merged = await call('entities.merge', { id: ada.id, intoId: babbage.id });
  expect(merged).toMatchObject({ aliases: ['Babbage', 'Ada Lovelace', 'Ада Лавлейс', 'Countess'], mentions: 2 });
  expect(await refused('entities.get', { id: ada.id })).toMatchObject({ code: 'not-found' });
  expect(await call('entities.get', { id: babbage.id })).toEqual(merged);
  expect(await call('entities.duplicates', { id: merged.id })).toEqual([]);
  const twin = await call('entities.create', { type: 'person', name: 'Babbage, Charles' });
  expect(await call('entities.duplicates', {})).toMatchObject([{ reason: 'name', entities: [{}, {}] }]);
  await call('entities.remove', { id: twin.id });
  const other = await call('entities.split', { id: merged.id, mentionIds: [mention.id], name: 'The other Ada' });
  expect(other).toMatchObject({ type: 'person', name: 'The other Ada', mentions: 1 });
  expect(await call('mentions.list', { entityId: other.id })).toMatchObject([{ id: mention.id }]);
  await call('history.undo', {});
  await call('mentions.remove', { id: mention.id });
  await call('entities.remove', { id: engine.id });
  expect(await call('entities.list', {})).toHaveLength(1);
});

test('facts of an entity: names with what is known of them, dates, identifiers, a place', async () => {
  const { call, refused, upload, downloads } = await startApp();
  const facts = { type: 'person', name: 'Iosif Dzhugashvili' };
  const made = await call('entities.create', {
    ...facts,
    aliases: ['Koba', { name: 'Иосиф Сталин', language: 'ru', kind: 'pseudonym' }],
    dates: '1878-12-18/1953-03-05',
    identifiers: [{ kind: 'wikidata', value: 'https://www.wikidata.org/wiki/Q855' }],
    coordinates: { latitude: 41.98, longitude: 44.11 },
  });
  expect(made).toMatchObject({
    aliases: ['Koba', 'Иосиф Сталин'],
    names: [
      { name: 'Koba', language: '', kind: '' },
      { name: 'Иосиф Сталин', language: 'ru', kind: 'pseudonym' },
    ],
    identifiers: [{ kind: 'wikidata', value: 'Q855' }],
    coordinates: { latitude: 41.98, longitude: 44.11 },
  });
  // A plain string keeps what is known of that name.
  const { id } = made;
  expect((await call('entities.update', { id, aliases: ['Иосиф Сталин'] })).names).toEqual([made.names[1]]);
  expect(await refused('entities.update', { id, dates: '1953/1878' })).toMatchObject({
    code: 'bad-dates',
    details: { reason: 'order', part: '1953/1878' },
  });
  expect(await refused('entities.create', { ...facts, identifiers: [{ kind: 'orcid', value: '1' }] })).toMatchObject({
    code: 'bad-identifier',
    details: { kind: 'orcid', value: '1' },
  });
  expect(await refused('entities.create', { ...facts, dates: '1878-13' })).toMatchObject({ code: 'bad-dates' });
  const town = await call('entities.create', { type: 'place', name: 'Gori' });
  expect(town).toMatchObject({ names: [], coordinates: null });
  expect(
    await refused('relations.create', { fromId: id, toId: town.id, type: 'born in', dates: '1x78' }),
  ).toMatchObject({
    code: 'bad-dates',
  });
  expect(await call('entities.list', {})).toHaveLength(2);
  // Merged, every name keeps what is known of it, and what one does not say is taken from the other.
  const twin = await call('entities.create', { type: 'person', name: 'Stalin' });
  expect(await call('entities.merge', { id, intoId: twin.id })).toMatchObject({
    names: [{ name: 'Iosif Dzhugashvili' }, made.names[1]],
    dates: made.dates,
    identifiers: made.identifiers,
    coordinates: made.coordinates,
  });
  expect(await call('entities.update', { id: twin.id, coordinates: null })).toMatchObject({ coordinates: null });
  const { download } = await call('entities.export', { format: 'json' });
  const list = upload('entities.json', downloads.get(download) ?? '');
  expect(await call('entities.import', { upload: list, name: 'entities.json' })).toMatchObject({
    updated: 2,
    created: 0,
  });
});

test('the passages of an entity stand in the order of the texts or of their dates, with their tags, and are counted along each text', async () => {
  const { call, importText } = await startApp();
  const { id } = await call('entities.create', { type: 'person', name: 'Ada' });
  const ids: Record<string, string> = {};
  for (const [date, words] of [
    ['', 'Ada, once.\n'],
    ['1932', 'x'.repeat(90)],
    ['17XX', 'x Ada\n'],
  ] as const) {
    const source = await importText(`${words} Ada and Ada again.\n`, `of-${date}.txt`);
    await call('sources.update', { id: source.id, date });
    ids[date] = source.id;
    for (const { start, end } of await call('mentions.find', { entityId: id, sourceId: source.id }))
      await call('mentions.create', { sourceId: source.id, start, end, entityId: id });
  }
  const passages = (order: 'text' | 'date', limit?: number) =>
    call('entities.passages', { id, order, ...(limit && { limit }) });
  const datesIn = async (order: 'text' | 'date') => [
    ...new Set((await passages(order)).map((each) => each.sourceDate)),
  ];
  expect(await datesIn('text')).toEqual(['', '1932', '17XX']);
  expect(await datesIn('date')).toEqual(['17XX', '1932', '']);
  const all = await passages('date');
  for (const sourceId of Object.values(ids)) {
    const starts = all.filter((each) => each.sourceId === sourceId).map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  }
  expect(await passages('date', 4)).toEqual(all.slice(0, 4));

  // Touched by two highlights of one tag it has it once; a neighbour has none of it.
  const [first, second] = all;
  const { sourceId = '', start = 0, end = 0 } = first ?? {};
  await call('highlights.create', { sourceId, start: 0, end: start + 1, tags: ['person', 'early'] });
  const inner = await call('highlights.create', { sourceId, start, end, tags: ['person'] });
  const tagsOf = async (passageId = '') =>
    (await passages('text')).find((each) => each.id === passageId)?.tags.map(({ name }) => name);
  expect(await tagsOf(first?.id)).toEqual(['early', 'person']);
  expect(await tagsOf(second?.id)).toEqual([]);
  await call('highlights.remove', { id: inner.id });
  await call('tags.remove', { id: inner.tagIds[0] ?? '' });
  expect(await tagsOf(first?.id)).toEqual(['early']);

  // Of a tag only what touches it, or a highlight of one below it; without any tag all.
  const early = (await call('tags.list', {})).find(({ name }) => name === 'early')?.id ?? '';
  const child = await call('tags.create', { name: 'child', parent: early });
  await call('highlights.create', { sourceId, start: second?.start ?? 0, end: second?.end ?? 0, tags: ['child'] });
  const chosen = async (tagIds: string[], limit?: number) =>
    (await call('entities.passages', { id, order: 'date', tagIds, ...(limit && { limit }) })).map((each) => each.id);
  expect(await chosen([child.id])).toEqual([second?.id]);
  expect(await chosen([early])).toEqual([first?.id, second?.id]);
  expect(await chosen([early], 1)).toEqual([first?.id]);
  expect(await chosen([])).toEqual(all.map((each) => each.id));

  // Who is linked in the words around a passage stands beside it, the nearest first; who stands further off does not.
  const near = await importText(`Eve${' x'.repeat(60)} Bo saw Ada, and Cy. `, 'near.txt');
  for (const name of ['Eve', 'Cy', 'Bo', 'Ada']) {
    const entityId = name === 'Ada' ? id : (await call('entities.create', { type: 'person', name })).id;
    for (const found of await call('mentions.find', { entityId, sourceId: near.id }))
      await call('mentions.create', { sourceId: near.id, start: found.start, end: found.end, entityId });
  }
  const [beside] = (await passages('text')).filter((each) => each.sourceId === near.id);
  expect(beside?.with.map(({ name }) => name)).toEqual(['Bo', 'Cy']);
  expect(all.flatMap((each) => each.with)).toEqual([]);
  const along = await call('entities.along', { id, parts: 10 });
  expect(along.map(({ mentions }) => mentions)).toEqual([3, 3, 2, 1]);
  const [late] = await call('entities.along', { id, parts: 10, sourceId: ids['1932'] ?? '' });
  expect(late?.parts).toEqual([
    { part: 8, count: 1, start: 91, end: 94, firstBlock: 1, lastBlock: 1 },
    { part: 9, count: 1, start: 99, end: 102, firstBlock: 1, lastBlock: 1 },
  ]);
  for (const { sourceId, parts } of along)
    for (const { start, end } of parts)
      expect(await passages('text')).toContainEqual(expect.objectContaining({ sourceId, start, end, quote: 'Ada' }));
});

test('the parts of a text that mention an entity say in which paragraphs they begin and end', async () => {
  const { call, importText } = await startApp();
  const lines = ['Ada', 'x'.repeat(20), 'Ada, Ada', 'y'.repeat(7), 'Ada'];
  const { id: sourceId, length } = await importText(lines.join('\n\n'), 'parts.txt');
  const { id } = await call('entities.create', { type: 'person', name: 'Ada' });
  const { blocks } = await call('sources.text', { id: sourceId });
  for (const { start, end } of await call('mentions.find', { entityId: id }))
    await call('mentions.create', { sourceId, start, end, entityId: id });
  /** The number of the block in which an offset lies. */
  const at = (offset: number) => blocks.findLast(({ start }) => start <= offset)?.number;
  for (const parts of [1, 2, 3, 4, 7, 10, 45, 1000]) {
    const [along] = await call('entities.along', { id, parts });
    for (const { part, start, firstBlock, lastBlock } of along?.parts ?? []) {
      const inPart = Array.from({ length }, (_, offset) => offset).filter(
        (offset) => Math.floor((offset * parts) / length) === part,
      );
      expect(inPart).toContain(start);
      expect([parts, firstBlock, lastBlock]).toEqual([parts, at(inPart[0] ?? -1), at(inPart.at(-1) ?? -1)]);
    }
  }
  expect(await call('entities.along', { id, parts: 3 })).toMatchObject([
    {
      parts: [
        { part: 0, count: 1, firstBlock: 1, lastBlock: 2 },
        { part: 1, count: 2, firstBlock: 2, lastBlock: 3 },
        { part: 2, count: 1, firstBlock: 3, lastBlock: 5 },
      ],
    },
  ]);
});

test('a relation says which passages are its evidence, in the order of the texts; not those in the trash', async () => {
  const { call, importText } = await startApp();
  const long = `Ada wrote ${'again '.repeat(40)}`.trim();
  const later = await importText(`Nothing here.\n\nAda saw Bo.\n\n${long}`, 'later.txt');
  const other = await importText('Bo saw Ada.', 'other.txt');
  const marked = async (sourceId: string, start: number, words: string) =>
    (await call('highlights.create', { sourceId, start, end: start + words.length })).id;
  const evidence = [
    await marked(other.id, 0, 'Bo saw'),
    await marked(later.id, 26, long),
    await marked(later.id, 14, 'Ada saw Bo.'),
  ];
  const [ada, bo] = [
    await call('entities.create', { type: 'person', name: 'Ada' }),
    await call('entities.create', { type: 'person', name: 'Bo' }),
  ];
  const made = await call('relations.create', { fromId: ada.id, toId: bo.id, type: 'saw', evidence });
  await call('relations.create', { fromId: bo.id, toId: ada.id, type: 'heard of' });
  const passages = async () => (await call('relations.list', { entityId: bo.id })).map((each) => each.passages);
  expect(await passages()).toEqual([
    [
      {
        id: evidence[2],
        sourceId: later.id,
        start: 14,
        end: 25,
        quote: 'Ada saw Bo.',
        locator: '¶ 2',
        sourceTitle: 'later',
      },
      {
        id: evidence[1],
        sourceId: later.id,
        start: 26,
        end: 26 + long.length,
        quote: `${long.slice(0, 200).trimEnd()}…`,
        locator: '¶ 3',
        sourceTitle: 'later',
      },
      {
        id: evidence[0],
        sourceId: other.id,
        start: 0,
        end: 6,
        quote: 'Bo saw',
        locator: '¶ 1',
        sourceTitle: 'other',
      },
    ],
    [],
  ]);
  expect(made.passages).toEqual((await passages())[0]);
  await call('highlights.remove', { id: evidence[1] ?? '' });
  await call('sources.remove', { id: other.id });
  expect((await passages())[0]?.map(({ id }) => id)).toEqual([evidence[2]]);
  await call('history.undo', {});
  expect((await passages())[0]?.map(({ id }) => id)).toEqual([evidence[2], evidence[0]]);
});

test('a description with a form is kept, found, merged, exported and undone; a list of the same words leaves its form', async () => {
  const { call, refused, upload, downloads } = await startApp();
  const descriptionDocument = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Wrote ', marks: [{ type: 'strong' }] }] },
      {
        type: 'bullet_list',
        content: [
          {
            type: 'list_item',
            attrs: { checked: null },
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'programmes' }] }],
          },
        ],
      },
    ],
  };
  const ada = await call('entities.create', { type: 'person', name: 'Ada', descriptionDocument });
  expect(ada).toMatchObject({ description: 'Wrote \nprogrammes', descriptionDocument });
  const { id } = ada;
  expect((await call('search.query', { query: 'programmes' })).hits).toMatchObject([{ kind: 'entity', id }]);
  const bad = { type: 'doc', content: [{ type: 'nothing' }] };
  expect(await refused('entities.update', { id, descriptionDocument: bad })).toMatchObject({ code: 'bad-input' });
  expect(await call('entities.update', { id, description: ada.description })).toMatchObject({ descriptionDocument });
  for (const format of ['csv', 'json'] as const) {
    const { download } = await call('entities.export', { format });
    const list = upload(`list.${format}`, downloads.get(download) ?? '');
    await call('entities.import', { upload: list, name: `list.${format}` });
    expect(await call('entities.get', { id })).toMatchObject({ descriptionDocument });
  }
  const other = await call('entities.create', { type: 'person', name: 'Ada L.', description: 'A countess.' });
  const merged = await call('entities.merge', { id: other.id, intoId: id });
  expect(merged.description).toBe('Wrote \nprogrammes\nA countess.');
  const exported = await call('exports.create', { kind: 'entity', id, format: 'markdown' });
  const written = new TextDecoder().decode(downloads.get(exported.download));
  expect(written).toContain('**Wrote**');
  expect(written).toContain('- programmes');
  await call('history.undo', {});
  expect(await call('entities.get', { id })).toMatchObject({ description: ada.description, descriptionDocument });
  expect(await call('entities.update', { id, description: 'Other words.' })).toMatchObject({
    descriptionDocument: null,
  });
  expect(await call('entities.types', { ids: [id, 'nobody'] })).toEqual([{ id, type: 'person' }]);
});

test('types of the researcher’s own: made, changed, deleted, each a named step of the history', async () => {
  const { call, refused } = await startApp();
  const ship = await call('entityTypes.create', { name: 'ship', shape: 'drop', fields: ['tonnage'] });
  expect(ship).toMatchObject({ name: 'ship', shape: 'drop', fields: ['tonnage'], entities: 0 });
  const { id } = await call('entities.create', { type: 'ship', name: 'Fram', fields: { tonnage: '402' } });
  await call('entityTypes.update', { name: 'ship', newName: 'vessel', fields: [{ name: 'tons', was: 'tonnage' }] });
  expect(await call('entities.get', { id })).toMatchObject({ type: 'vessel', fields: { tons: '402' } });
  expect(await refused('entityTypes.update', { name: 'vessel', newName: 'Work' })).toMatchObject({
    code: 'name-taken',
    details: { name: 'work' },
  });
  expect(await call('entityTypes.remove', { name: 'vessel', into: 'work' })).toEqual({ name: 'vessel', removed: true });
  expect(await call('entities.get', { id })).toMatchObject({ type: 'work', fields: { tons: '402' } });
  expect((await call('history.list', {})).slice(0, 3).map(({ deed, subject }) => [deed, subject])).toEqual([
    ['remove-entity-type', 'vessel'],
    ['edit-entity-type', 'vessel'],
    ['create-entity', 'Fram'],
  ]);
  await call('history.undo', {});
  expect((await call('entityTypes.list', {})).at(-1)).toMatchObject({ name: 'vessel', entities: 1 });
});

expectAllCalled('entities');
