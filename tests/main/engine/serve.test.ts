import { expect, test } from 'vitest';
import type { Answer, App } from '../../../main/app/index.ts';
import type { FromHost, Port } from '../../../main/contract/index.ts';
import { serve } from '../../../main/engine/index.ts';

/** An app that answers every method as it is told. */
function answering(answer: () => Promise<Answer>): App {
  return { handle: answer, subscribe: () => () => {}, close: async () => {} };
}

/** What an app's answer looks like behind a port that carries messages by `carry`. */
async function answerOver(carry: (message: unknown) => unknown, app: App): Promise<FromHost> {
  let ask = (_message: unknown): void => {};
  const answered = Promise.withResolvers<FromHost>();
  const port: Port = {
    post: (message) => answered.resolve(carry(message) as FromHost),
    onMessage: (listener) => {
      ask = listener;
    },
    onClose: () => {},
    close: () => {},
  };
  serve(app, port);
  ask({ call: 1, method: 'sources.text', input: {} });
  return answered.promise;
}

const failure = { code: 'internal', details: { method: 'sources.text' } };

test('an answer longer than a string can be is a failure of its call', async () => {
  const output = new Array(600).fill('x'.repeat(2 ** 20));
  const app = answering(async () => ({ output }));
  expect(await answerOver((message) => JSON.parse(JSON.stringify(message)), app)).toMatchObject({ call: 1, failure });
});

test('an answer that cannot be copied is a failure of its call', async () => {
  const app = answering(async () => ({ output: () => {} }));
  expect(await answerOver(structuredClone, app)).toMatchObject({ call: 1, failure });
});

test('an app that throws instead of answering is a failure of its call', async () => {
  const app = answering(() => Promise.reject(new Error('/home/ada/secret')));
  const answer = await answerOver(structuredClone, app);
  expect(answer).toMatchObject({ call: 1, failure });
  expect(JSON.stringify(answer)).not.toContain('secret');
});
