import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { awkwardLines } from './awkward.ts';
import { footnoted, summary } from './sample.ts';

const textOf = async (document: SummaryDocument) => new TextDecoder().decode(await writeSummary(document, 'text'));

test('a summary reads well without any form', async () => {
  expect(await textOf(footnoted())).toBe(`The road to power
=================

Contents
--------

1 The triumvirate
  Who they were

1 The triumvirate
-----------------

Three men, one party & no plan: see the archive <https://example.org/a?b=1&c=2> and Grigorij Sinovjev.

    De tre styrte sammen.
    იოსებ სტალინი var én av dem.[1]

Comment: Compare with the minutes.

[Missing here: Minutes, ¶ 7 – it is in the trash]
    The vote was open.

Who they were

1. Kamenev
   - chaired
2. Sinovjev

- [x] read
- [ ] write

Name | Post
Stalin | Secretary

    A typed quote.

a <b>
  c

* * *

So it was[2].

Sources
-------

- Hansen, O. Styret i 1923. 1974. https://example.org/styret

Notes
-----

[1] Hansen, Styret, ¶ 3.
[2] Or so he says.
`);
});

test('keeps every character of a quotation and names its source', async () => {
  await fc.assert(
    fc.asyncProperty(awkwardLines, async (text) => {
      const quotation = { kind: 'quotation' as const, highlightId: 'h', text, sourceTitle: 'S', locator: '¶ 1' };
      const written = await textOf(summary({ title: 'T', blocks: [quotation], sources: [] }));
      expect(written).toBe(`T\n=\n\n${[...text.split('\n'), '— S, ¶ 1'].map((line) => `    ${line}`).join('\n')}\n`);
    }),
  );
});
