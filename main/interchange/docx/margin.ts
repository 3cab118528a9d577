import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { wellFormed } from '../summary/index.ts';

/** What stands around the words a comment is about. */
export interface Anchor {
  readonly before: readonly ParagraphChild[];
  readonly after: readonly ParagraphChild[];
}

/** The comments in the margin of one document, counted from 0. */
export interface Margin {
  /** Takes a comment of these lines. */
  add(lines: readonly string[]): Anchor;
  /** What the document needs to hold for them. */
  options(): { readonly children: ICommentOptions[] };
}

/** @param at time of the comments, ISO 8601 */
export function createMargin(at: string): Margin {
  const children: ICommentOptions[] = [];
  return {
    add(lines) {
      const id = children.length;
      const paragraphs = lines.map((line) => new Paragraph({ children: [new TextRun(wellFormed(line))] }));
      children.push({ id, author: 'Lectern', initials: 'L', date: new Date(at), children: paragraphs });
      return {
        before: [new CommentRangeStart(id)],
        after: [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })],
      };
    },
    options: () => ({ children }),
  };
}
