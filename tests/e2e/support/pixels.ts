import type { Locator, Page } from '@playwright/test';

/** A colour as the pixels of a screenshot have it where it lies on the page's ground: `r g b`, each from 0 to 255. @param colour a CSS value */
export function colourOf(page: Page, colour: string): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.forcedColorAdjust = 'none';
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) throw new Error('no canvas');
    for (const each of ['Canvas', name]) {
      probe.style.color = each;
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
    }
    probe.remove();
    return context.getImageData(0, 0, 1, 1).data.slice(0, 3).join(' ');
  }, colour);
}

/** A part of a picture: shares (0–1) of its height from its top. */
interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Shares (0–1) of the pixels of an element, as it is on screen, that are of each colour, by `r g b`; of a strip of it where one is given. */
export async function sharesOf(
  element: Locator,
  { from, to }: Strip = { from: 0, to: 1 },
): Promise<Readonly<Record<string, number>>> {
  const picture = (await element.screenshot()).toString('base64');
  return element.page().evaluate(
    async ({ png, from, to }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const { width } = image;
      const top = Math.round(image.height * from);
      const height = Math.round(image.height * to) - top;
      const context = new OffscreenCanvas(width, image.height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, top, width, height);
      const shares: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
        shares[colour] = (shares[colour] ?? 0) + 1 / (width * height);
      }
      return shares;
    },
    { png: picture, from, to },
  );
}

/** A piece of the window, in CSS pixels. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours of a piece of the window as it is on screen, pixel by pixel in the order they are read, as `r g b`. */
export async function coloursIn(page: Page, clip: Piece): Promise<readonly string[]> {
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 3).join(' '));
  }, picture);
}
