import type { Mark, Run } from '../summary/index.ts';
import { LESS_THAN } from './item.ts';

const TOKEN = /<(\/?)(i|b|sup|sub|span|div|a)\b([^>]*)>|&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|nbsp));|[^<&]+|[<&]/gi;
const MARKS: Readonly<Record<string, Mark>> = { i: 'em', b: 'strong', sup: 'superscript', sub: 'subscript' };
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * The few elements citeproc writes as HTML, as runs. Within italics, italics stand upright again, as citeproc says by a
 * `span` with a style.
 */
export function runsOfHtml(html: string): Run[] {
  const runs: Run[] = [];
  const open: { readonly element: string; readonly marks: ReadonlySet<Mark> }[] = [];
  let marks: ReadonlySet<Mark> = new Set();
  for (const [token, closing, name, attributes = '', decimal, hexadecimal, sign] of html.matchAll(TOKEN)) {
    const element = name?.toLowerCase();
    if (element === undefined) {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      add(
        runs,
        sign !== undefined
          ? (SIGNS[sign.toLowerCase()] ?? token)
          : Number.isNaN(code)
            ? token
            : String.fromCodePoint(code),
        marks,
      );
    } else if (closing === '/') {
      marks = open.pop()?.marks ?? new Set();
    } else {
      open.push({ element, marks });
      marks = changed(marks, element, attributes);
    }
  }
  return trimmed(runs);
}

function changed(marks: ReadonlySet<Mark>, element: string, attributes: string): ReadonlySet<Mark> {
  const mark = MARKS[element];
  const next = new Set(marks);
  if (mark !== undefined) next.add(mark);
  if (/font-style:\s*normal/.test(attributes)) next.delete('em');
  if (/font-weight:\s*normal/.test(attributes)) next.delete('strong');
  if (/text-decoration:\s*underline/.test(attributes)) next.add('underline');
  return next;
}

function add(runs: Run[], text: string, marks: ReadonlySet<Mark>): void {
  const last = runs.at(-1);
  const own = [...marks];
  const same = last !== undefined && (last.marks ?? []).join() === own.join();
  if (same) runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push(own.length === 0 ? { text } : { text, marks: own });
}

/** Without the line ends and indents citeproc puts around an entry. */
function trimmed(runs: Run[]): Run[] {
  return runs
    .map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ').replaceAll(LESS_THAN, '<') }))
    .map((run, index) => ({
      ...run,
      text: index === 0 ? run.text.trimStart() : index === runs.length - 1 ? run.text.trimEnd() : run.text,
    }))
    .filter((run) => run.text !== '');
}
