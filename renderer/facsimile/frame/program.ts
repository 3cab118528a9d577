import {
  AbortException,
  GlobalWorkerOptions,
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  RenderingCancelledException,
  type RenderTask,
} from 'pdfjs-dist';
import { CarriedData, carried } from './carried.ts';
import { findPage } from './find-page.ts';
import { type FromFrame, type PageAsked, parseToFrame, type ToFrame } from './messages.ts';

/**
 * Draws pages of one PDF, in a frame of an origin of its own: without the window's scripts, storage or key, and without a way
 * to the network. It hears the window and nobody else, and tells it how many pages there are and what was drawn.
 */

/** Pixels of the largest picture that is drawn: finer than any screen, and far below what a browser refuses. */
const MOST_PIXELS = 24_000_000;
/** Pictures in the file beyond this many pixels are left out. */
const LARGEST_IMAGE = 100_000_000;
/** Around the page, in CSS pixels. */
const EDGE = 10;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :root { color-scheme: light dark; }
  html, body { margin: 0; block-size: 100%; background: transparent; }
  main { box-sizing: border-box; block-size: 100%; padding: ${EDGE}px; overflow: auto; text-align: center; }
  main:focus-visible { outline: 2px solid Highlight; outline-offset: -2px; }
  canvas { display: inline-block; background: #fff; box-shadow: 0 0 0 1px rgb(0 0 0 / 18%), 0 2px 8px rgb(0 0 0 / 18%); }
`);
document.adoptedStyleSheets = [sheet];
const main = document.createElement('main');
main.tabIndex = 0;
document.body.append(main);

GlobalWorkerOptions.workerPort = new Worker(
  URL.createObjectURL(new Blob([carried('pdf.worker.js') ?? ''], { type: 'text/javascript' })),
);

let unlock: ((password: string) => void) | undefined;
let opened: { readonly pdf: PDFDocumentProxy; readonly labels: readonly string[] | null } | undefined;
let asked: { readonly page: PageAsked; readonly zoom: number } | undefined;
let name = '';
let drawing: RenderTask | undefined;
let turn = 0;

function tell(message: FromFrame): void {
  // The frame has no origin that could be named; the window looks at who speaks.
  window.parent.postMessage(message, '*');
}

async function open(bytes: ArrayBuffer): Promise<void> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: CarriedData,
    useWorkerFetch: false,
    // Fonts that a file names and does not bring are this computer's; those of signs are carried.
    useSystemFonts: true,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    verbosity: 0,
  });
  task.onPassword = (answer: (password: string) => void, reason: number) => {
    unlock = answer;
    tell({ told: 'locked', wrong: reason === PasswordResponses.INCORRECT_PASSWORD });
  };
  try {
    const pdf = await task.promise;
    // Labels that cannot be read are none.
    opened = { pdf, labels: await pdf.getPageLabels().catch(() => null) };
    tell({ told: 'opened', pages: pdf.numPages });
    await show();
  } catch (error) {
    if (!(error instanceof AbortException)) tell({ told: 'failed' });
  }
}

/** Draws the page that was asked for last, as wide as the frame at zoom 1. */
async function show(): Promise<void> {
  if (!opened || !asked || main.clientWidth === 0) return;
  const mine = ++turn;
  drawing?.cancel();
  const { pdf, labels } = opened;
  const number = findPage(asked.page, pdf.numPages, labels);
  try {
    const page = await pdf.getPage(number);
    if (mine !== turn) return;
    const natural = page.getViewport({ scale: 1 });
    const width = Math.max(1, (main.clientWidth - 2 * EDGE) * asked.zoom);
    const height = (width * natural.height) / natural.width;
    const density = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
    const viewport = page.getViewport({ scale: (width / natural.width) * density });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    drawing = page.render({ canvas, viewport });
    await drawing.promise;
    if (mine !== turn) return;
    entitle(canvas);
    main.replaceChildren(canvas);
    tell({ told: 'drawn', page: number, width, height });
  } catch (error) {
    if (mine === turn && !(error instanceof RenderingCancelledException)) tell({ told: 'failed', page: number });
  }
}

function entitle(canvas: Element | null): void {
  canvas?.setAttribute('role', 'img');
  canvas?.setAttribute('aria-label', name);
}

function hear(message: ToFrame): void {
  switch (message.ask) {
    case 'open':
      void open(message.bytes);
      break;
    case 'unlock':
      unlock?.(message.password);
      unlock = undefined;
      break;
    case 'show':
      asked = message;
      void show();
      break;
    case 'name':
      name = message.words;
      document.documentElement.lang = message.language;
      document.title = name;
      entitle(main.querySelector('canvas'));
  }
}

window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window.parent) return;
  const message = parseToFrame(data);
  if (message) hear(message);
});

let frame = 0;
let lastWidth = 0;
new ResizeObserver(() => {
  if (main.clientWidth === lastWidth) return;
  lastWidth = main.clientWidth;
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => void show());
}).observe(main);

tell({ told: 'ready' });
