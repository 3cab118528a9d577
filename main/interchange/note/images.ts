import type { Token } from 'markdown-it';
import type { Node } from 'prosemirror-model';
import { documentSchema, isImageName } from '../../../db/model/index.ts';
import { textOf } from './inline-nodes.ts';
import { type NoteReferences, parseAddress } from './references.ts';

/** The inline tokens of a paragraph with what is an image of the notebook as a node of its own, and the words around it. */
export type Parted = readonly (Node | readonly Token[])[];

/** Takes the images of the notebook out of a paragraph or cell: in a note they are blocks, in Markdown they stand in a line. */
export function partAtImages(tokens: readonly Token[], references: NoteReferences): Parted {
  const parts: (Node | readonly Token[])[] = [];
  let words: Token[] = [];
  const end = () => {
    const kept = withoutOuterSpace(words);
    if (kept.length > 0) parts.push(kept);
    words = [];
  };
  for (const token of tokens) {
    const image = imageOf(token, references);
    if (image === undefined) words.push(token);
    else {
      end();
      parts.push(image);
    }
  }
  // Without an image they stay as they are, nothing among them.
  if (parts.length === 0) return [tokens];
  end();
  return parts;
}

/** Words without the spaces and breaks at their ends, which parted them from an image. */
function withoutOuterSpace(tokens: readonly Token[]): readonly Token[] {
  const isSpace = ({ type, content }: Token) =>
    type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content.trim() === '');
  const first = tokens.findIndex((token) => !isSpace(token));
  if (first === -1) return [];
  const kept = tokens.slice(first, tokens.findLastIndex((token) => !isSpace(token)) + 1);
  const [opening, closing] = [kept[0], kept.at(-1)];
  if (opening?.type === 'text') opening.content = opening.content.trimStart();
  if (closing?.type === 'text') closing.content = closing.content.trimEnd();
  return kept;
}

function imageOf(token: Token, references: NoteReferences): Node | undefined {
  if (token.type !== 'image') return undefined;
  const address = parseAddress(String(token.attrGet('src') ?? ''));
  if (address?.kind !== 'image' || !isImageName(address.id)) return undefined;
  const size = references.image(address.id);
  return documentSchema.nodes.image.create({ sha256: address.id, alternative: textOf(token), ...size });
}
