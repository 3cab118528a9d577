import type { Image, ImageMediaType } from '../../../db/model/index.ts';
import type { ImageFile, ParagraphBlock, Run, RunImage, Skipped, SummaryBlock, SummaryDocument } from './document.ts';
import { placeholder } from './phrases.ts';
import { type Words, wordsFor } from './words.ts';

/** The images of a summary by their SHA-256, each once, in reading order. */
export function imagesIn(blocks: readonly SummaryBlock[]): string[] {
  return [...new Set(runsWithImages(blocks).map(({ sha256 }) => sha256))];
}

/** The files of the images a summary was fitted with, each once, in reading order. */
export function imageFiles({ blocks }: SummaryDocument): ImageFile[] {
  const files = new Map(runsWithImages(blocks).map(({ sha256, file }) => [sha256, file]));
  return [...files.values()].filter((file) => file !== undefined);
}

function runsWithImages(blocks: readonly SummaryBlock[]): RunImage[] {
  const found: RunImage[] = [];
  for (const block of blocks) {
    mapImages(block, (run) => {
      found.push(run.image);
      return run;
    });
  }
  return found;
}

type ImageRun = Run & { readonly image: RunImage };

/**
 * Puts the files of images where they stand. What is not among the files stands as a placeholder, and what a format
 * cannot hold as its words, which is said among what the summary leaves out.
 */
export function fitImages(
  document: SummaryDocument,
  files: readonly ImageFile[],
  formats: readonly ImageMediaType[],
): SummaryDocument {
  const words = wordsFor(document.language);
  const known = new Map(files.map((file) => [file.sha256, file]));
  let left = 0;
  const fit = (run: ImageRun): Run => {
    const file = known.get(run.image.sha256);
    if (file !== undefined && formats.includes(file.mediaType)) return { ...run, image: { ...run.image, file } };
    left += 1;
    return file === undefined ? missing(run.text, words) : { text: inWords(run.text, words) };
  };
  const blocks = document.blocks.map((block) =>
    mapImages(block, fit, ({ image, text }) =>
      known.has(image.sha256) ? undefined : { kind: 'unresolved', what: text || words.image, reason: 'missing' },
    ),
  );
  const skipped: Skipped[] = [...(document.skipped ?? []), { code: 'images', count: left }];
  return { ...document, blocks, skipped };
}

function missing(text: string, words: Words): Run {
  const sentence = placeholder({ kind: 'unresolved', what: text || words.image, reason: 'missing' }, words);
  return { text: sentence, marks: ['strong'] };
}

function inWords(text: string, words: Words): string {
  return text === '' ? `[${words.image}]` : `[${words.image}: ${text}]`;
}

/**
 * A block with its images, however deep they stand, put through a function in reading order.
 * @param alone is asked first about an image that has a paragraph of its own; a block it answers stands in its place
 */
function mapImages(
  block: SummaryBlock,
  change: (run: ImageRun) => Run,
  alone: (run: ImageRun) => SummaryBlock | undefined = () => undefined,
): SummaryBlock {
  const inside = (blocks: readonly SummaryBlock[]) => blocks.map((inner) => mapImages(inner, change, alone));
  const changed = (runs: readonly Run[]) => runs.map((run) => (isImage(run) ? change(run) : run));
  switch (block.kind) {
    case 'paragraph': {
      const only = onlyImage(block);
      return (only && alone(only)) ?? { ...block, runs: changed(block.runs) };
    }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: changed(cell.runs) }))),
      };
    case 'quote':
      return { ...block, blocks: inside(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: inside(item.blocks) })) };
    default:
      return block;
  }
}

function onlyImage({ runs }: ParagraphBlock): ImageRun | undefined {
  const [run] = runs;
  return runs.length === 1 && run !== undefined && isImage(run) ? run : undefined;
}

function isImage(run: Run): run is ImageRun {
  return run.image !== undefined;
}

/** How large an image is printed: as it is seen at 96 pixels an inch, but no wider and no higher than there is room. */
export function seenWithin(
  { width, height }: Pick<Image, 'width' | 'height'>,
  most: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: width * scale, height: height * scale };
}

const ENDINGS: Readonly<Record<ImageMediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** The usual ending of a file of this type, without the dot. */
export function endingOf(mediaType: ImageMediaType): string {
  return ENDINGS[mediaType];
}

/** An image as an address that holds it (RFC 2397). */
export function dataAddress({ mediaType, bytes }: ImageFile): string {
  return `data:${mediaType};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')}`;
}
