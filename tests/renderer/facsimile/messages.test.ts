import { expect, test } from 'vitest';
import { parseFromFrame, parseToFrame } from '../../../renderer/facsimile/frame/index.ts';

test.each([
  { told: 'ready' },
  { told: 'locked', wrong: true },
  { told: 'opened', pages: 12 },
  { told: 'drawn', page: 3, width: 400, height: 600.5 },
  { told: 'failed' },
  { told: 'failed', page: 3 },
])('the window hears %j, and nothing that comes with it', (message) => {
  expect(parseFromFrame({ ...message, html: '<img onerror=alert(1)>' })).toEqual(message);
});

test.each([
  null,
  'ready',
  [],
  { told: 'run' },
  { told: 'locked', wrong: 1 },
  { told: 'opened', pages: 0 },
  { told: 'opened', pages: Number.POSITIVE_INFINITY },
  { told: 'opened', pages: '12' },
  { told: 'drawn', page: 1.5, width: 1, height: 1 },
  { told: 'drawn', page: 1, width: Number.NaN, height: 1 },
  { told: 'drawn', page: 1, width: 1, height: -1 },
  { told: 'failed', page: {} },
  { hello: 'engine', method: 'notebook.close' },
])('the window does not hear %j', (message) => {
  expect(parseFromFrame(message)).toBeUndefined();
});

test.each([
  { ask: 'open', bytes: new ArrayBuffer(2) },
  { ask: 'unlock', password: 'sesam' },
  { ask: 'show', page: { number: 3 }, zoom: 1 },
  { ask: 'show', page: { label: 'iv', share: 0.5 }, zoom: 1.25 },
  { ask: 'name', words: 'Page 3', language: 'nb' },
])('the frame hears %j', (message) => {
  expect(parseToFrame(message)).toEqual(message);
});

test.each([
  undefined,
  { ask: 'open', bytes: [1, 2] },
  { ask: 'unlock' },
  { ask: 'show', page: { number: 0 }, zoom: 1 },
  { ask: 'show', page: { label: 'iv', share: 2 }, zoom: 1 },
  { ask: 'show', page: { number: 1 }, zoom: 1000 },
  { ask: 'name', words: 'Page 3' },
])('the frame does not hear %j', (message) => {
  expect(parseToFrame(message)).toBeUndefined();
});
