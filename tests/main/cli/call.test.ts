import { afterAll, describe, expect, test } from 'vitest';
import { newWork, TEXT } from './work.ts';

const { lectern, refused, sourceId } = await newWork();
afterAll(() => lectern.end());

describe('call', () => {
  test('answers with the whole object as JSON', async () => {
    expect(await lectern.json('call', 'work.lectern', 'sources.text', JSON.stringify({ id: sourceId }))).toMatchObject({
      text: TEXT,
      blocks: [{ number: 1 }, { number: 2 }],
    });
  });

  test('reads a long input from standard input', async () => {
    const { code, stdout } = await lectern.feed('{"name":"fra stdin"}', 'call', 'work.lectern', 'tags.create', '-');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'fra stdin' });
  });

  test('lists every method with the schema of its input and output', async () => {
    const methods = await lectern.json<readonly { name: string; input: { type: string } }[]>(
      'call',
      '--list',
      '--json',
    );
    expect(methods.length).toBeGreaterThan(60);
    expect(methods.find(({ name }) => name === 'tags.create')?.input).toMatchObject({
      type: 'object',
      required: ['name'],
      additionalProperties: false,
    });
  });

  test('refuses what the contract does not know', async () => {
    expect(await refused('call', 'work.lectern', 'no.such')).toContain('no.such');
    expect(await refused('call', 'work.lectern', 'tags.create', '{"nam":"x"}')).toContain('nam');
    expect(await refused('call', 'work.lectern', 'sources.get', '{"id":"nobody"}')).toMatch(/^lectern: /);
  });

  test('takes one JSON document', async () => {
    expect(await lectern.run('call', 'work.lectern', 'tags.create', '{name:x}')).toMatchObject({ code: 2, stdout: '' });
  });
});
