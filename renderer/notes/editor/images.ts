import type { Node } from 'prosemirror-model';
import { type Command, NodeSelection } from 'prosemirror-state';
import type { ImageAttributes } from '../../../main/contract/index.ts';
import { nodes } from './nodes.ts';

/** Reads an image's attributes with the types the schema promises. */
export function imageAttributes({ attrs }: Node): ImageAttributes {
  return {
    sha256: String(attrs.sha256),
    alternative: String(attrs.alternative),
    width: Number(attrs.width),
    height: Number(attrs.height),
  };
}

/** Puts whoever writes into the field of the image that is chosen; false where none is. */
export const enterChosenImage: Command = ({ selection }, _dispatch, view) => {
  if (!view || !(selection instanceof NodeSelection) || selection.node.type !== nodes.image) return false;
  const dom = view.nodeDOM(selection.from);
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('.note-image-text') : null;
  field?.focus();
  return field !== null;
};
