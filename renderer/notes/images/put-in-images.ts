import { CallFailed, IMAGE_LIMITS, IMAGE_MEDIA_TYPES } from '../../../main/contract/index.ts';
import type { Client, Host } from '../../client/index.ts';
import { tell, tellFailure } from '../../messages/index.ts';
import { failureOf } from '../../state/index.ts';
import { insertImages, type Stretch } from '../editor/insert.ts';
import { nodes } from '../editor/nodes.ts';
import { keepPlace, letPlaceGo, placeOf } from '../editor/places.ts';
import type { NoteSession } from '../session/note-session.ts';

/** What a file chooser offers for a note. */
export const ACCEPTED_IMAGES = IMAGE_MEDIA_TYPES.join(',');

/** The files of a paste or a drop where all of them are pictures of some kind; which of those a note can hold, the notebook says. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  const files = [...(data?.files ?? [])];
  return files.every(({ type }) => type.startsWith('image/')) ? files : [];
}

/**
 * Keeps images in the notebook and puts them into a note, each as a block of its own. What is written meanwhile stays around
 * them. What cannot be kept is said, and the others are put in all the same.
 * @param at the stretch whose place they take; the selection where left out
 */
export async function putInImages(
  client: Client,
  host: Host,
  session: NoteSession,
  files: readonly File[],
  at: Stretch = session.state().selection,
): Promise<void> {
  if (files.length === 0) return;
  const place = {};
  session.dispatch(keepPlace(session.state().tr, place, at));
  const images = [];
  for (const file of files) {
    try {
      const { sha256, width, height } = await keep(client, host, file);
      images.push(nodes.image.create({ sha256, width, height }));
    } catch (error) {
      tellFailure(failureOf(error));
    }
  }
  const now = session.state();
  session.dispatch(letPlaceGo(insertImages(now, images, placeOf(now, place) ?? now.selection), place));
}

async function keep(client: Client, host: Host, file: File) {
  const { bytes, megapixels } = IMAGE_LIMITS;
  // It would be refused all the same, once all of it was handed over.
  if (file.size > bytes) {
    const details = { name: file.name, megabytes: bytes / (1024 * 1024), megapixels };
    throw new CallFailed({ code: 'image-too-large', message: `“${file.name}” is too large for a note.`, details });
  }
  const upload = await host.upload(file, new AbortController().signal);
  return client.call('images.add', { upload });
}

/** Says how many pictures a pasted page has that were left out: they lie elsewhere, and nothing is fetched from there. */
export function tellOfLeftOut(html: string): void {
  const count = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img').length;
  if (count > 0) tell({ tone: 'status', key: 'notes.image.leftOut', values: { count } });
}

/** Whether a piece of a page is nothing but a picture, as browsers copy one beside its file. */
export function isOnlyPicture(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (body.textContent ?? '').trim() === '' && body.querySelectorAll('img').length === 1;
}
