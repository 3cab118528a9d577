/** Which page is to be shown: by its number, or by what people call it, which several may be called. */
export type PageAsked =
  | { readonly number: number }
  /** `share`: how far into the text the passage stands, from 0 to 1; of pages of one label the nearest is meant. */
  | { readonly label: string; readonly share: number };

/** What the window asks of the frame. */
export type ToFrame =
  /** The bytes of a PDF, which the frame keeps for itself. */
  | { readonly ask: 'open'; readonly bytes: ArrayBuffer }
  | { readonly ask: 'unlock'; readonly password: string }
  /** `zoom` 1 is as wide as the frame. */
  | { readonly ask: 'show'; readonly page: PageAsked; readonly zoom: number }
  /** What the picture of the page is called, for screen readers. */
  | { readonly ask: 'name'; readonly words: string; readonly language: string };

/** What the frame tells the window. Sizes are in CSS pixels, pages count from 1. */
export type FromFrame =
  | { readonly told: 'ready' }
  | { readonly told: 'locked'; readonly wrong: boolean }
  | { readonly told: 'opened'; readonly pages: number }
  | { readonly told: 'drawn'; readonly page: number; readonly width: number; readonly height: number }
  /** `page` where the file was opened and only this page cannot be drawn. */
  | { readonly told: 'failed'; readonly page?: number };

/** What the window said, or undefined where it is nothing of the kind. */
export function parseToFrame(message: unknown): ToFrame | undefined {
  const { ask, bytes, password, page, zoom, words, language } = fieldsOf(message);
  switch (ask) {
    case 'open':
      return bytes instanceof ArrayBuffer ? { ask, bytes } : undefined;
    case 'unlock':
      return typeof password === 'string' ? { ask, password } : undefined;
    case 'show': {
      const asked = parsePage(page);
      return asked && isBetween(zoom, 0.1, 10) ? { ask, page: asked, zoom } : undefined;
    }
    case 'name':
      return typeof words === 'string' && typeof language === 'string' ? { ask, words, language } : undefined;
    default:
      return undefined;
  }
}

/** What the frame said, or undefined where it is nothing of the kind: it has read what a stranger wrote. */
export function parseFromFrame(message: unknown): FromFrame | undefined {
  const { told, wrong, pages, page, width, height } = fieldsOf(message);
  switch (told) {
    case 'ready':
      return { told };
    case 'locked':
      return typeof wrong === 'boolean' ? { told, wrong } : undefined;
    case 'opened':
      return isNumber(pages) ? { told, pages } : undefined;
    case 'drawn':
      return isNumber(page) && isBetween(width, 0, 1e6) && isBetween(height, 0, 1e6)
        ? { told, page, width, height }
        : undefined;
    case 'failed':
      if (page === undefined) return { told };
      return isNumber(page) ? { told, page } : undefined;
    default:
      return undefined;
  }
}

function parsePage(value: unknown): PageAsked | undefined {
  const { number, label, share } = fieldsOf(value);
  if (isNumber(number)) return { number };
  return typeof label === 'string' && isBetween(share, 0, 1) ? { label, share } : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A page's number, or how many there are. */
function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && isBetween(value, 1, 1e6);
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
