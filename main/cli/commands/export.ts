import { extname } from 'node:path';
import {
  type ExportChoices,
  type ExportFormat,
  type ExportStyle,
  type ExportSubject,
  type ExportThing,
  LecternError,
} from '../../contract/index.ts';
import { type Command, type Given, several, text, UsageError, word } from '../command.ts';
import { readText } from '../files.ts';
import { findByName, findItem } from '../find.ts';
import { printLine } from '../print.ts';
import { type Session, withNotebook } from '../session.ts';

const STYLES = ['plain', 'author-date', 'footnote', 'numeric'] as const satisfies readonly ExportStyle[];

const KINDS = ['outline', 'source', 'tag', 'entity', 'note'] as const satisfies readonly ExportThing[];

const FORMATS: Readonly<Record<string, ExportFormat>> = {
  markdown: 'markdown',
  md: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  pdf: 'pdf',
  odt: 'odt',
  latex: 'latex',
  tex: 'latex',
  opml: 'opml',
  text: 'text',
  txt: 'text',
  plain: 'text',
};

const NAMES = 'markdown, docx, html, pdf, odt, latex, opml or text';

export const command: Command = {
  synopsis: 'NOTEBOOK --format F -o FILE --outline|--source|--tag|--entity|--note ID-or-name | --search QUERY',
  help: [
    'Writes a summary in which every quotation names its source and place.',
    '',
    '  --format F      markdown (md), docx, html, pdf, odt, latex (tex), opml or text (txt); when left out, what the name of',
    '                  FILE ends with; pdf needs Chromium, Chrome or Edge; latex writes the sources for biblatex and the images beside FILE, with other endings',
    '  -o FILE         where to write it; a file that is there already is replaced, once the new one is complete',
    '  --outline, --source, --tag, --entity, --note ID-or-name   what to export',
    '  --branch ID-or-words   of an outline only what stands below this item, which its words name too',
    '  --search QUERY  what a search finds',
    '  --language L    en or nb: the language of the words Lectern adds',
    '  --style S       plain (title and place), author-date, footnote or numeric; or the path of a CSL style (.csl)',
    '  --contents      with a table of contents',
    '  --numbered      with the numbers of an outline’s headings',
    '  --plan          with the gists, statuses and word targets of an outline',
    '  --quotation-marks   around every quotation',
    '  --in-margin     tags and comments as comments in the margin, in odt, and in docx without footnotes',
    '  --without PART  tags, comments, sources, text (of a source) or notes (of a tag);',
    '                  may be given several times',
    '',
    'What could not be resolved is marked in the summary and printed.',
  ].join('\n'),
  options: {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    branch: { type: 'string' },
    search: { type: 'string' },
    language: { type: 'string' },
    style: { type: 'string' },
    contents: { type: 'boolean' },
    numbered: { type: 'boolean' },
    plan: { type: 'boolean' },
    'quotation-marks': { type: 'boolean' },
    'in-margin': { type: 'boolean' },
    without: { type: 'string', multiple: true },
    ...Object.fromEntries(KINDS.map((kind) => [kind, { type: 'string' }] as const)),
  },
  words: { least: 1, most: 1 },
  async run(given) {
    const output = text(given, 'output');
    if (output === undefined) throw new UsageError('Say with -o FILE where the summary goes.');
    const format = formatOf(text(given, 'format'), output);
    const wanted = chosen(given);
    const language = languageOf(text(given, 'language'));
    const choices = await choicesOf(given);
    const { report, download, beside } = await withNotebook(
      word(given, 0),
      async (session) => {
        const subject = await subjectOf(session, wanted);
        return session.call('exports.create', {
          ...subject,
          format,
          choices,
          ...(language === undefined ? {} : { language }),
        });
      },
      { output },
    );
    printLine(`${download}: ${report.quotations} quotations, ${report.unresolved.length} unresolved`);
    for (const { download: path } of beside) printLine(path);
    for (const { code, count } of report.skipped) printLine(`left out: ${LEFT_OUT[code]} (${count})`);
    for (const { where, what, reason } of report.unresolved) printLine(`unresolved (${reason}): ${what}, in ${where}`);
  },
};

async function choicesOf(given: Given): Promise<ExportChoices> {
  const without = new Set(several(given, 'without'));
  for (const part of without) {
    if (!Object.hasOwn(PARTS, part))
      throw new UsageError(`--without takes ${Object.keys(PARTS).join(', ')}, not “${part}”.`);
  }
  return {
    ...(await styleOf(text(given, 'style'))),
    contents: given.options['contents'] === true,
    numbered: given.options['numbered'] === true,
    plan: given.options['plan'] === true,
    quotationMarks: given.options['quotation-marks'] === true,
    inMargin: given.options['in-margin'] === true,
    ...Object.fromEntries(Object.entries(PARTS).map(([part, choice]) => [choice, !without.has(part)])),
  };
}

/** What can be left out, by the name of its choice in the contract. */
const PARTS: Readonly<Record<string, 'tags' | 'comments' | 'sources' | 'fullText' | 'notes'>> = {
  tags: 'tags',
  comments: 'comments',
  sources: 'sources',
  text: 'fullText',
  notes: 'notes',
};

async function styleOf(named: string | undefined): Promise<ExportChoices> {
  if (named === undefined) return {};
  const style = STYLES.find((each) => each === named);
  if (style !== undefined) return { style };
  return { csl: await readText(named) };
}

function formatOf(named: string | undefined, output: string): ExportFormat {
  const name = (named ?? extname(output).slice(1)).toLowerCase();
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format !== undefined) return format;
  if (named === undefined) throw new UsageError(`Say with --format which format: ${NAMES}.`);
  throw new LecternError('unsupported-format', `Lectern writes ${NAMES}, not “${named}”.`, {
    format: named,
  });
}

const LEFT_OUT = {
  hits: 'hits beyond the most that fit into a document',
  'empty-items': 'items without words',
  links: 'addresses that a document may not carry',
  images: 'images that the format cannot hold',
} as const;

/** What a script wants to have exported, as it said it. */
type Wanted =
  | { readonly kind: ExportThing; readonly called: string; readonly branch: string | undefined }
  | { readonly kind: 'search'; readonly query: string };

function chosen(given: Given): Wanted {
  const branch = text(given, 'branch');
  const query = text(given, 'search');
  const named = KINDS.flatMap((kind): Wanted[] => {
    const called = text(given, kind);
    return called === undefined ? [] : [{ kind, called, branch }];
  });
  const [only, ...others] = query === undefined ? named : [...named, { kind: 'search', query } as const];
  if (only === undefined || others.length > 0) {
    throw new UsageError(
      `Say what to export with one of ${[...KINDS, 'search'].map((kind) => `--${kind}`).join(', ')}.`,
    );
  }
  if (branch !== undefined && only.kind !== 'outline') throw new UsageError('--branch goes with --outline.');
  return only;
}

async function subjectOf(session: Session, wanted: Wanted): Promise<ExportSubject> {
  if (wanted.kind === 'search') return wanted;
  const { kind, called, branch } = wanted;
  const id = await findByName(session, kind, called);
  return { kind, id, ...(branch === undefined ? {} : { branch: await findItem(session, id, branch) }) };
}

function languageOf(named: string | undefined): 'en' | 'nb' | undefined {
  if (named === undefined || named === 'en' || named === 'nb') return named;
  throw new UsageError(`--language takes en or nb, not “${named}”.`);
}
