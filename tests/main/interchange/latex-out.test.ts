import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_CITATION } from '../../../db/model/index.ts';
import { SUMMARY_WRITERS, type SummaryDocument, writeSummary } from '../../../main/interchange/index.ts';
import { has, hasTex, runOn } from './programs.ts';
import { footnoted, summary } from './sample.ts';

const texOf = async (document: SummaryDocument) => new TextDecoder().decode(await writeSummary(document, 'latex'));

function bibOf(document: SummaryDocument): string {
  return new TextDecoder().decode(
    SUMMARY_WRITERS.latex.beside?.(document).find(({ ending }) => ending === '.bib')?.bytes,
  );
}

const AWKWARD = '\\ { } $ & # % _ ^ ~ ` -- --- \'\' ,, << >> "a"  b\u00a0c \\input{x} \\end{document} æøå Жук ქართ 🏛️ ﷺ';

const awkward = (language: string): SummaryDocument => {
  const sources = [
    {
      id: 's1',
      title: AWKWARD,
      authors: ['Hansen, O. & Sons', 'and'],
      date: '1974',
      url: 'https://example.org/a_b%20c#d~e',
      language: 'nb',
      fileName: '',
      publisher: '',
      identifiers: [],
      citation: NO_CITATION,
    },
    {
      id: 's2',
      title: '漢字',
      authors: [],
      date: 'around 1900',
      url: '',
      language: '',
      fileName: '',
      publisher: '',
      identifiers: [],
      citation: NO_CITATION,
    },
    {
      id: 's3',
      title: 'B',
      authors: ['Hansen, P.'],
      date: '1974-05',
      url: '',
      language: 'ru',
      fileName: '',
      publisher: '',
      identifiers: [],
      citation: NO_CITATION,
    },
  ];
  const deep = (depth: number): SummaryDocument['blocks'][number] => ({
    kind: 'list',
    ordered: depth % 2 === 0,
    start: 3,
    items: [
      { blocks: [{ kind: 'paragraph', runs: [{ text: `[${depth}]` }] }, ...(depth > 7 ? [] : [deep(depth + 1)])] },
    ],
  });
  return summary({
    language,
    title: AWKWARD,
    contents: true,
    sources,
    blocks: [
      ...footnoted().blocks,
      { kind: 'heading', level: 1, runs: [{ text: AWKWARD, footnote: [{ text: AWKWARD }] }] },
      { kind: 'heading', level: 6, runs: [{ text: AWKWARD }] },
      {
        kind: 'paragraph',
        runs: [
          {
            text: `${AWKWARD}\n[x]\n`,
            marks: ['strong', 'underline', 'strike', 'code'],
            link: 'https://example.org/a_b%20c#d~e{}',
          },
        ],
      },
      { kind: 'paragraph', runs: [] },
      { kind: 'preformatted', text: `${AWKWARD}\n\n  x` },
      { kind: 'quotation', highlightId: 'h', text: `[a]\n${AWKWARD}`, sourceTitle: AWKWARD, locator: '¶ 1' },
      deep(0),
      {
        kind: 'table',
        rows: [
          [{ header: true, runs: [{ text: `${AWKWARD}\n[b]` }] }],
          [
            { header: false, runs: [] },
            { header: false, runs: [{ text: '[c]', footnote: [{ text: 'd' }] }] },
          ],
        ],
      },
      {
        kind: 'quote',
        blocks: [{ kind: 'rule' }, { kind: 'unresolved', what: AWKWARD, reason: 'missing', snapshot: AWKWARD }],
      },
    ],
  });
};

test('what means something to LaTeX is printed instead', async () => {
  const paragraph = { kind: 'paragraph' as const, runs: [{ text: '50 % of {a}_b & #1 \\x ~ ^ -- “q”  end' }] };
  expect(await texOf(summary({ blocks: [paragraph] }))).toContain(
    '\n50 \\% of \\{a\\}\\_b \\& \\#1 \\textbackslash{}x \\textasciitilde{} \\textasciicircum{} -{}- “q” \\ end\n',
  );
});

test('the sources lie beside it, each under a key of its own', () => {
  const bib = bibOf(awkward('en'));
  expect(bib.match(/^@\w+\{(.*),$/gm)).toEqual(['@online{hansen1974,', '@misc{source1900,', '@misc{hansen1974b,']);
  expect(bib).toContain('date = {1974-05}');
  expect(bib).toContain('title = {{漢字}}');
  expect(SUMMARY_WRITERS.latex.beside?.(summary({ sources: [] }))).toEqual([]);
});

test('two sources never share a key', () => {
  const [source] = summary().sources;
  if (source === undefined) throw new Error('the sample has a source');
  const sources = [source, { ...source, id: 's2' }, { ...source, id: 's3' }];
  expect(bibOf(summary({ sources })).match(/\{hansen\w*,/g)).toEqual([
    '{hansen1974,',
    '{hansen1974b,',
    '{hansen1974c,',
  ]);
});

describe.each(['lualatex', 'pdflatex'])('%s', (program) => {
  test.skipIf(!hasTex(program)).each(['en', 'nb'])(
    'compiles the most awkward summary, words in %s (skipped where it is not installed)',
    async (language) => {
      const document = awkward(language);
      const files = {
        'a summary.tex': await writeSummary(document, 'latex'),
        'a summary.bib': new TextEncoder().encode(bibOf(document)),
      };
      const args = ['-interaction=nonstopmode', '-halt-on-error', 'a summary.tex'];
      runOn(files, program, args, (folder) => expect(existsSync(join(folder, 'a summary.pdf'))).toBe(true));
    },
  );
});

test.skipIf(!has('biber') || !hasTex('pdflatex'))(
  'biber reads the sources (skipped where it is not installed)',
  async () => {
    const document = awkward('en');
    const files = {
      'a.tex': await writeSummary(document, 'latex'),
      'a.bib': new TextEncoder().encode(bibOf(document)),
    };
    const both = 'pdflatex -interaction=batchmode a.tex >/dev/null && biber a';
    const printed = runOn(files, 'sh', ['-c', both], (_, words) => words);
    expect(printed).not.toMatch(/ERROR/);
  },
);
