/**
 * What a name finder has to find, said as plainly as possible and as slowly: every stretch of the text between two
 * edges of words is held against every form of every name. For names and texts of letters, spaces, full stops and
 * hyphens.
 */
import { fold } from '../../../../db/model/fold.ts';
import { type OwnedName, wordForms } from '../../../../db/model/names/index.ts';

const WORD = /[\p{L}\p{M}\p{N}]/u;

export interface SlowMatch extends OwnedName {
  readonly start: number;
  readonly end: number;
}

export function slowly(names: readonly OwnedName[], text: string): SlowMatch[] {
  const matches: SlowMatch[] = [];
  const edges = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isEdge(text, at));
  for (const { owner, name } of names) {
    for (const start of edges) {
      for (const end of edges) {
        if (end > start && stands(name, text, start, end)) matches.push({ owner, name, start, end });
      }
    }
  }
  return matches;
}

function isEdge(text: string, at: number): boolean {
  return at === 0 || at === text.length || !WORD.test(text.charAt(at - 1)) || !WORD.test(text.charAt(at));
}

function stands(name: string, text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  const rest = text.slice(end);
  if (!WORD.test(found.charAt(0)) || (start > 0 && WORD.test(text.charAt(start - 1))) || WORD.test(rest.charAt(0))) {
    return false;
  }
  // What follows a word that ends in s belongs to it, unless it closes a quotation; and then to no shorter passage.
  const opened = /['‘’‚]/u.test(text.charAt(start - 1));
  const genitive = (opened ? /^(.*?)(['’]s)$/isu : /^(.*?)(['’]s|(?<=[sxzß])['’])$/isu).exec(found)?.[1];
  const goesOn = /^['’]s(?![\p{L}\p{M}\p{N}])/iu.test(rest);
  const closes = !opened && /[sxzß]$/iu.test(found) && /^['’](?![\p{L}\p{N}])/u.test(rest);
  if (genitive === undefined && (goesOn || closes)) return false;
  const bare = genitive ?? found;
  if (!formsOf(name).some((form) => squeezed(fold(form)) === squeezed(fold(bare)))) return false;
  const letters = (each: string) => each.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [own, there] = [letters(name), letters(bare)];
  if (own.some((word, at) => /^\p{Lu}/u.test(word) && /^\p{Ll}/u.test(there[at] ?? ''))) return false;
  const count = own.join('').length;
  if (count < 4 && !formsOf(name).some((form) => squeezed(form) === squeezed(bare))) return false;
  if (count < 5 && !formsOf(name).some((form) => squeezed(form.toLowerCase()) === squeezed(bare.toLowerCase())))
    return false;
  return (
    !/(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*-$/u.test(text.slice(0, start)) &&
    !/^-\p{Lu}/u.test(text.slice(start + bare.length))
  );
}

/** A name in every combination of the forms of its words. */
function formsOf(name: string): string[] {
  const pieces = name.split(/([\p{L}\p{N}]+)/u);
  let forms = [''];
  for (const [at, piece] of pieces.entries()) {
    const isWord = at % 2 === 1;
    const choices = isWord ? wordForms(piece, at === pieces.length - 2) : [piece];
    forms = forms.flatMap((form) => choices.map((choice) => form + choice));
  }
  return forms;
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/ ?([^\s\p{L}\p{N}]) ?/gu, '$1');
}
