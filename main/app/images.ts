import { images } from '../../db/index.ts';
import { IMAGE_LIMITS, type ImageFacts, imageFacts, LecternError } from '../../db/model/index.ts';
import { endingOf, type ImageFile } from '../interchange/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { digestOf, piecesOf } from './import-source.ts';
import { originalOf } from './original.ts';

export const imageHandlers: HandlersOf<'images'> = {
  'images.add': async ({ upload }, { ports, write }) => {
    const { name, bytes } = await ports.inbox.take(upload);
    const facts = acceptable(name, bytes);
    const sha256 = await digestOf(bytes);
    return write({ deed: 'edit-note', subject: name }, (connection) =>
      images.add(connection, { ...facts, sha256, size: bytes.length, pieces: piecesOf(bytes) }),
    );
  },

  'images.get': ({ sha256 }, { read }) => read((connection) => images.get(connection, sha256)),

  'images.show': async ({ sha256 }, context) => {
    const { mediaType, size } = context.read((connection) => images.get(connection, sha256));
    const fileName = `${sha256.slice(0, 12)}.${endingOf(mediaType)}`;
    const bytes = await originalOf(context, sha256);
    return { download: await context.ports.outbox.put(fileName, mediaType, bytes), fileName, mediaType, size };
  },
};

/** What an image is. @throws LecternError `image-too-large`, `not-an-image` */
function acceptable(name: string, bytes: Uint8Array): ImageFacts {
  if (bytes.length > IMAGE_LIMITS.bytes) throw tooLarge(name);
  const facts = imageFacts(bytes);
  if (facts === undefined) {
    throw new LecternError('not-an-image', `“${name}” is no PNG, JPEG, GIF or WebP image.`, { name });
  }
  if (facts.width * facts.height > IMAGE_LIMITS.megapixels * 1e6) throw tooLarge(name);
  return facts;
}

function tooLarge(name: string): LecternError {
  const { bytes, megapixels } = IMAGE_LIMITS;
  const megabytes = bytes / (1024 * 1024);
  return new LecternError(
    'image-too-large',
    `“${name}” is too large for a note: images may have up to ${megabytes} MB and ${megapixels} megapixels.`,
    { name, megabytes, megapixels },
  );
}

/** The files of the images of these names that are in the notebook. */
export async function imageFilesOf(context: Context, names: readonly string[]): Promise<ImageFile[]> {
  const files: ImageFile[] = [];
  for (const sha256 of names) {
    const image = context.read((connection) => images.find(connection, sha256));
    if (image !== undefined) files.push({ ...image, bytes: await originalOf(context, sha256) });
  }
  return files;
}
