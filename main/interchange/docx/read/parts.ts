import { LecternError } from '../../../../db/model/index.ts';
import { attribute, child, elements, type MarkupElement } from '../../markup/index.ts';
import { type Archive, readOptionalXmlPart, readXmlPart } from '../../zip/index.ts';
import { WORD } from './names.ts';

/** The parts of a document that are read, found by their relationships as ECMA-376 part 2, 9 wants it, not by their names. */
export interface WordParts {
  readonly body: MarkupElement;
  readonly styles: MarkupElement | undefined;
  readonly numbering: MarkupElement | undefined;
  readonly footnotes: ReadonlyMap<string, MarkupElement>;
  readonly endnotes: ReadonlyMap<string, MarkupElement>;
  readonly comments: ReadonlyMap<string, MarkupElement>;
  readonly core: MarkupElement | undefined;
  /** Addresses of links by relationship. */
  readonly links: ReadonlyMap<string, string>;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `styles`, `footnotes`, `hyperlink` … */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** @throws LecternError `damaged-file` */
export async function readParts(archive: Archive, name: string): Promise<WordParts> {
  const packaged = await relations(archive, '', name);
  const main = packaged.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const own = await relations(archive, main, name);
  const part = (type: string, among: readonly Relation[] = own) => {
    const path = among.find((each) => each.type === type && !each.external)?.target;
    return path === undefined ? undefined : readOptionalXmlPart(archive, path, name, WORD);
  };
  const document = await readXmlPart(archive, main, name, WORD);
  const body = child(document, 'w:body');
  if (body === undefined) throw new LecternError('damaged-file', `“${name}” is damaged: it has no text.`, { name });
  return {
    body,
    styles: await part('styles'),
    numbering: await part('numbering'),
    footnotes: byId(await part('footnotes'), 'w:footnote'),
    endnotes: byId(await part('endnotes'), 'w:endnote'),
    comments: byId(await part('comments'), 'w:comment'),
    core: await part('core-properties', packaged),
    links: new Map(own.filter(({ external }) => external).map(({ id, target }) => [id, target])),
  };
}

async function relations(archive: Archive, part: string, name: string): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const root = await readOptionalXmlPart(archive, path, name, WORD);
  return elements(root, 'rel:Relationship').map((relation) => {
    const external = attribute(relation, 'TargetMode') === 'External';
    const target = attribute(relation, 'Target');
    return {
      id: attribute(relation, 'Id'),
      type: attribute(relation, 'Type').split('/').at(-1) ?? '',
      target: external ? target : resolved(part.slice(0, at), target),
      external,
    };
  });
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function byId(root: MarkupElement | undefined, name: string): Map<string, MarkupElement> {
  return new Map(elements(root, name).map((each) => [attribute(each, 'w:id'), each]));
}
