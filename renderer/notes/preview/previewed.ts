import { type EditorState, NodeSelection } from 'prosemirror-state';
import { nodes } from '../editor/nodes.ts';

/** Something a note points at, of which a preview can be shown. */
export interface Previewed {
  readonly kind: 'entity' | 'note' | 'highlight';
  readonly id: string;
}

/** What the element under the pointer stands for. */
export function previewedIn(element: HTMLElement): Previewed | null {
  const { entity, note, highlight } = element.dataset;
  if (entity) return { kind: 'entity', id: entity };
  if (note) return { kind: 'note', id: note };
  return highlight ? { kind: 'highlight', id: highlight } : null;
}

/** What is chosen as a whole in the text, as one string (`entity ID`), so that the same choice is the same; else empty. */
export function chosenKey({ selection }: EditorState): string {
  if (!(selection instanceof NodeSelection)) return '';
  const { type, attrs } = selection.node;
  if (type === nodes.entity_mention) return `entity ${attrs.entityId}`;
  if (type === nodes.note_link) return `note ${attrs.noteId}`;
  return type === nodes.quotation ? `highlight ${attrs.highlightId}` : '';
}

export function previewedOf(key: string): Previewed | null {
  const [kind, id = ''] = key.split(' ');
  return (kind === 'entity' || kind === 'note' || kind === 'highlight') && id !== '' ? { kind, id } : null;
}
