import { describe, expect, test } from 'vitest';
import { bearerKey, type Claim, offeredKey, refuse, sameSecret } from '../../../main/loopback/admission.ts';

const house = { port: 4321, key: 'k'.repeat(43) };
const ours = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321', site: 'same-origin', key: house.key } as const;

const table: [what: string, claim: Claim, status: number | undefined][] = [
  ['a page of ours', { ...ours, door: 'page', key: undefined, origin: undefined }, undefined],
  ['a page under another name (DNS rebinding)', { ...ours, door: 'page', host: 'evil.example:4321' }, 421],
  ['a page under localhost', { ...ours, door: 'page', host: 'localhost:4321' }, 421],
  ['a page on another port', { ...ours, door: 'page', host: '127.0.0.1:80' }, 421],
  ['a page without Host', { ...ours, door: 'page', host: undefined }, 421],
  ['the channel of our page', { ...ours, door: 'channel' }, undefined],
  ['the channel without Origin', { ...ours, door: 'channel', origin: undefined }, 403],
  ['the channel from another site', { ...ours, door: 'channel', origin: 'https://evil.example' }, 403],
  ['the channel from another port of this machine', { ...ours, door: 'channel', origin: 'http://127.0.0.1:9' }, 403],
  ['the channel from a file', { ...ours, door: 'channel', origin: 'null' }, 403],
  ['the channel from https', { ...ours, door: 'channel', origin: 'https://127.0.0.1:4321' }, 403],
  ['the channel without a key', { ...ours, door: 'channel', key: undefined }, 401],
  ['the channel with a wrong key', { ...ours, door: 'channel', key: 'K'.repeat(43) }, 401],
  ['the channel with the beginning of the key', { ...ours, door: 'channel', key: house.key.slice(0, -1) }, 401],
  ['the channel with an empty key', { ...ours, door: 'channel', key: '' }, 401],
  ['the channel with the key under a foreign Host', { ...ours, door: 'channel', host: 'evil.example' }, 421],
  ['an upload of our page', { ...ours, door: 'upload' }, undefined],
  ['an upload from another site', { ...ours, door: 'upload', origin: 'https://evil.example' }, 403],
  ['an upload without a key', { ...ours, door: 'upload', key: undefined }, 401],
  ['a download our page asks for', { ...ours, door: 'download', origin: undefined, key: undefined }, undefined],
  ['a download typed by hand', { ...ours, door: 'download', site: 'none', key: undefined }, undefined],
  ['a download by a program', { ...ours, door: 'download', site: undefined, key: undefined }, undefined],
  ['a download another site asks for', { ...ours, door: 'download', site: 'cross-site' }, 403],
  ['a download another port asks for', { ...ours, door: 'download', site: 'same-site' }, 403],
];

test.each(table)('%s', (_what, claim, status) => {
  expect(refuse(claim, house)?.status).toBe(status);
});

describe('keys in headers', () => {
  test.each([
    ['Bearer abc-_1', 'abc-_1'],
    ['bearer abc', undefined],
    ['Basic abc', undefined],
    ['Bearer a b', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('Authorization: %s', (header, key) => {
    expect(bearerKey(header)).toBe(key);
  });

  test.each([
    ['lectern, abc', 'abc'],
    ['lectern,abc', 'abc'],
    ['lectern', undefined],
    ['abc, lectern', undefined],
    ['lectern, abc, def', undefined],
    [undefined, undefined],
  ])('Sec-WebSocket-Protocol: %s', (header, key) => {
    expect(offeredKey(header)).toBe(key);
  });
});

test('secrets are the same only when every character is', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('abc', 'abcd')).toBe(false);
  expect(sameSecret('', 'abc')).toBe(false);
});
