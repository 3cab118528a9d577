import { ImageRun } from 'docx';
import type { ImageMediaType } from '../../../db/model/index.ts';
import { type ImageFile, seenWithin, wellFormed } from '../summary/index.ts';

/** The images every word processor shows; WebP is none of them. */
export const WORD_IMAGES: readonly ImageMediaType[] = ['image/png', 'image/jpeg', 'image/gif'];

/** The room between the margins of a page, in pixels of a 96th of an inch: 15.9 × 22 cm. */
export const PAGE_ROOM = { width: 601, height: 830 } as const;

/** An image as a run of a paragraph, byte for byte, with its alternative text. */
export function imageToWord(file: ImageFile, alternative: string, room: number = PAGE_ROOM.width): ImageRun {
  const { mediaType, bytes, turn } = file;
  const seen = seenWithin(file, { width: room, height: PAGE_ROOM.height });
  const isOnItsSide = turn === 90 || turn === 270;
  const text = wellFormed(alternative);
  return new ImageRun({
    type: mediaType === 'image/png' ? 'png' : mediaType === 'image/gif' ? 'gif' : 'jpg',
    data: bytes,
    transformation: {
      width: Math.round(isOnItsSide ? seen.height : seen.width),
      height: Math.round(isOnItsSide ? seen.width : seen.height),
      ...(turn === 0 ? {} : { rotation: turn }),
    },
    altText: { name: text, title: text, description: text },
  });
}
