import type { ImageAttributes } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';

/** How far outside of what is seen an image is fetched, so that it is there when somebody comes to it. */
const AHEAD = '1000px';

/** Of the height of the window, in hundredths: a picture is seen as a whole. */
const HIGHEST = 70;

/**
 * An image of the notebook as an element. Its bytes are handed over once for each, and not before it comes near what is seen:
 * a note may show hundreds. Its place is kept meanwhile. Where it cannot be had, a sentence stands there.
 */
export function imageElement(client: Client, { sha256, alternative, width, height }: ImageAttributes): HTMLElement {
  const frame = document.createElement('div');
  const image = document.createElement('img');
  frame.className = 'note-image-frame';
  image.alt = alternative;
  // The figure around it is what is dragged.
  image.draggable = false;
  if (width > 0 && height > 0) {
    frame.style.aspectRatio = `${width} / ${height}`;
    frame.style.inlineSize = `min(100%, ${width}px, ${(HIGHEST * width) / height}vh)`;
  }
  const miss = () => {
    const sentence = document.createElement('p');
    sentence.textContent = t('notes.image.gone');
    frame.dataset['state'] = 'gone';
    frame.removeAttribute('style');
    frame.replaceChildren(sentence);
  };
  image.addEventListener('error', miss);
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      client.call('images.show', { sha256 }).then(({ download }) => {
        image.src = new URL(`download/${encodeURIComponent(download)}`, document.baseURI).href;
      }, miss);
    },
    { rootMargin: AHEAD },
  );
  near.observe(frame);
  frame.append(image);
  return frame;
}
