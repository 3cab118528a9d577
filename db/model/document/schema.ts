import { type DOMOutputSpec, type Mark, type Node, Schema } from 'prosemirror-model';

/**
 * The durable format of a note's text: a ProseMirror document of this schema, stored as JSON beside the version below.
 * It lives with the data, not with the editor, because it has to be readable longer than any editor lasts.
 */
export const DOCUMENT_VERSION = 1;

/** A document as JSON, the shape `Node.toJSON` gives and `documentSchema.nodeFromJSON` takes. */
export interface DocumentJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentJson[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

/** Attributes of a `quotation`: a reference to a highlight plus a snapshot, so that the words outlive the reference. */
export interface QuotationAttributes {
  readonly highlightId: string;
  readonly sourceId: string;
  /** The words of the passage when it was quoted. */
  readonly text: string;
  readonly sourceTitle: string;
  readonly locator: string;
  readonly colour: string;
  /** The highlight's own words when the researcher chose to keep this older snapshot; empty where that never happened. */
  readonly kept: string;
}

/** Attributes of an `image`: which it is, what it says to those who do not see it, and its size, by which its place is kept. */
export interface ImageAttributes {
  /** Names the image in the notebook; see `Image`. */
  readonly sha256: string;
  readonly alternative: string;
  /** In pixels; 0 where that was not known when it was put there. */
  readonly width: number;
  readonly height: number;
}

const tableCellAttributes = {
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  colwidth: { default: null },
};

const string = { default: '', validate: 'string' };

export const documentSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: (): DOMOutputSpec => ['p', { dir: 'auto' }, 0],
    },
    heading: {
      group: 'block',
      content: 'inline*',
      defining: true,
      attrs: { level: { default: 1, validate: 'number' } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 4) } })),
      toDOM: (node: Node): DOMOutputSpec => [`h${node.attrs.level}`, { dir: 'auto' }, 0],
    },
    blockquote: {
      group: 'block',
      content: 'block+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: (): DOMOutputSpec => ['blockquote', 0],
    },
    quotation: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: {
        highlightId: string,
        sourceId: string,
        text: string,
        sourceTitle: string,
        locator: string,
        colour: { default: 'yellow', validate: 'string' },
        kept: string,
      },
      parseDOM: [
        {
          tag: 'figure[data-quotation]',
          getAttrs: (element) => ({
            highlightId: element.dataset.quotation ?? '',
            sourceId: element.dataset.source ?? '',
            text: element.querySelector('blockquote')?.textContent ?? '',
            sourceTitle: element.dataset.title ?? '',
            locator: element.dataset.locator ?? '',
            colour: element.dataset.colour ?? 'yellow',
            kept: element.dataset.kept ?? '',
          }),
        },
      ],
      toDOM: ({ attrs }: Node): DOMOutputSpec => [
        'figure',
        {
          'data-quotation': attrs.highlightId,
          'data-source': attrs.sourceId,
          'data-title': attrs.sourceTitle,
          'data-locator': attrs.locator,
          'data-colour': attrs.colour,
          ...(attrs.kept === '' ? {} : { 'data-kept': attrs.kept }),
        },
        ['blockquote', { dir: 'auto' }, attrs.text],
        ['figcaption', `${attrs.sourceTitle}, ${attrs.locator}`],
      ],
    },
    bullet_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: (): DOMOutputSpec => ['ul', 0],
    },
    ordered_list: {
      group: 'block',
      content: 'list_item+',
      attrs: { order: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ order: Number(element.getAttribute('start') ?? '1') || 1 }) }],
      toDOM: (node: Node): DOMOutputSpec => ['ol', node.attrs.order === 1 ? {} : { start: node.attrs.order }, 0],
    },
    list_item: {
      content: 'paragraph block*',
      defining: true,
      /** `null` for a plain item; true or false for a task that is done or open. */
      attrs: { checked: { default: null } },
      parseDOM: [
        {
          tag: 'li',
          getAttrs: (element) => ({
            checked: element.dataset.checked === undefined ? null : element.dataset.checked === 'true',
          }),
        },
      ],
      toDOM: (node: Node): DOMOutputSpec => [
        'li',
        node.attrs.checked === null ? {} : { 'data-checked': String(node.attrs.checked) },
        0,
      ],
    },
    code_block: {
      group: 'block',
      content: 'text*',
      marks: '',
      code: true,
      defining: true,
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: (): DOMOutputSpec => ['pre', ['code', 0]],
    },
    image: {
      group: 'block',
      atom: true,
      draggable: true,
      attrs: {
        sha256: string,
        alternative: string,
        width: { default: 0, validate: 'number' },
        height: { default: 0, validate: 'number' },
      },
      parseDOM: [
        {
          tag: 'figure[data-image]',
          getAttrs: (element) => ({
            sha256: element.dataset.image ?? '',
            alternative: element.dataset.alternative ?? '',
            width: Number(element.dataset.width) || 0,
            height: Number(element.dataset.height) || 0,
          }),
        },
      ],
      toDOM: ({ attrs }: Node): DOMOutputSpec => [
        'figure',
        {
          'data-image': attrs.sha256,
          'data-alternative': attrs.alternative,
          'data-width': String(attrs.width),
          'data-height': String(attrs.height),
        },
        String(attrs.alternative),
      ],
    },
    horizontal_rule: {
      group: 'block',
      parseDOM: [{ tag: 'hr' }],
      toDOM: (): DOMOutputSpec => ['hr'],
    },
    table: {
      group: 'block',
      content: 'table_row+',
      tableRole: 'table',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: (): DOMOutputSpec => ['table', ['tbody', 0]],
    },
    table_row: {
      content: '(table_cell | table_header)*',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: (): DOMOutputSpec => ['tr', 0],
    },
    table_cell: {
      content: 'block+',
      attrs: tableCellAttributes,
      tableRole: 'cell',
      isolating: true,
      parseDOM: [{ tag: 'td', getAttrs: cellAttributes }],
      toDOM: (node: Node): DOMOutputSpec => ['td', cellSpans(node), 0],
    },
    table_header: {
      content: 'block+',
      attrs: tableCellAttributes,
      tableRole: 'header_cell',
      isolating: true,
      parseDOM: [{ tag: 'th', getAttrs: cellAttributes }],
      toDOM: (node: Node): DOMOutputSpec => ['th', cellSpans(node), 0],
    },
    text: { group: 'inline words' },
    footnote: {
      group: 'inline',
      inline: true,
      content: 'words*',
      atom: true,
      isolating: true,
      parseDOM: [{ tag: 'span[data-footnote]' }],
      toDOM: (): DOMOutputSpec => ['span', { 'data-footnote': '', dir: 'auto' }, 0],
    },
    hard_break: {
      group: 'inline words',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: (): DOMOutputSpec => ['br'],
    },
    entity_mention: {
      group: 'inline words',
      inline: true,
      atom: true,
      // What type the entity is of is its own business, and may change: who shows a mention looks it up.
      attrs: { entityId: string, name: string },
      parseDOM: [
        {
          tag: 'span[data-entity]',
          getAttrs: (element) => ({
            entityId: element.dataset.entity ?? '',
            name: (element.textContent ?? '').replace(/^@/, ''),
          }),
        },
      ],
      toDOM: ({ attrs }: Node): DOMOutputSpec => [
        'span',
        { 'data-entity': attrs.entityId, class: 'entity-mention' },
        `@${attrs.name}`,
      ],
    },
    note_link: {
      group: 'inline words',
      inline: true,
      atom: true,
      attrs: { noteId: string, title: string },
      parseDOM: [
        {
          tag: 'span[data-note]',
          getAttrs: (element) => ({
            noteId: element.dataset.note ?? '',
            title: (element.textContent ?? '').replace(/^\[\[|\]\]$/g, ''),
          }),
        },
      ],
      toDOM: ({ attrs }: Node): DOMOutputSpec => [
        'span',
        { 'data-note': attrs.noteId, class: 'note-link' },
        `[[${attrs.title}]]`,
      ],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') ?? '' }) }],
      toDOM: (mark: Mark): DOMOutputSpec => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer' }, 0],
    },
    strong: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
      toDOM: (): DOMOutputSpec => ['strong', 0],
    },
    em: {
      parseDOM: [{ tag: 'em' }, { tag: 'i' }],
      toDOM: (): DOMOutputSpec => ['em', 0],
    },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: (): DOMOutputSpec => ['u', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: (): DOMOutputSpec => ['s', 0] },
    superscript: {
      excludes: 'subscript',
      parseDOM: [{ tag: 'sup' }],
      toDOM: (): DOMOutputSpec => ['sup', 0],
    },
    subscript: {
      excludes: 'superscript',
      parseDOM: [{ tag: 'sub' }],
      toDOM: (): DOMOutputSpec => ['sub', 0],
    },
    code: { parseDOM: [{ tag: 'code' }], toDOM: (): DOMOutputSpec => ['code', 0] },
  },
});

/** The one thing parsing asks of a cell; this zone does not know the DOM. */
interface CellElement {
  getAttribute(name: string): string | null;
}

function cellAttributes(cell: CellElement): Record<string, unknown> {
  return {
    colspan: Number(cell.getAttribute('colspan') ?? '1') || 1,
    rowspan: Number(cell.getAttribute('rowspan') ?? '1') || 1,
    colwidth: null,
  };
}

function cellSpans({ attrs }: Node): Record<string, string> {
  return {
    ...(attrs.colspan === 1 ? {} : { colspan: String(attrs.colspan) }),
    ...(attrs.rowspan === 1 ? {} : { rowspan: String(attrs.rowspan) }),
  };
}
