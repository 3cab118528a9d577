import type { QuotationAttributes } from '../../../db/model/index.ts';

/** What the notebook knows about the things a note's Markdown refers to; nothing for an id it does not know. */
export interface NoteReferences {
  highlight(id: string): Omit<QuotationAttributes, 'highlightId' | 'kept'> | undefined;
  entity(id: string): { readonly name: string } | undefined;
  note(id: string): { readonly title: string } | undefined;
  image(sha256: string): { readonly width: number; readonly height: number } | undefined;
}

/** For Markdown outside a notebook: every reference keeps what the text itself says. */
export const NO_REFERENCES: NoteReferences = {
  highlight: () => undefined,
  entity: () => undefined,
  note: () => undefined,
  image: () => undefined,
};

const ADDRESS = /^lectern:(highlight|entity|note|image)\/([\w-]+)$/;

/** A `lectern:` address taken apart, or nothing for any other. */
export function parseAddress(
  href: string,
): { readonly kind: 'highlight' | 'entity' | 'note' | 'image'; readonly id: string } | undefined {
  const [, kind, id] = ADDRESS.exec(href) ?? [];
  if (id === undefined) return undefined;
  return kind === 'highlight' || kind === 'entity' || kind === 'note' || kind === 'image' ? { kind, id } : undefined;
}
