import type { BrowserWindow, Rectangle } from 'electron';
import { preferencesFile } from '../host/index.ts';

export interface WindowState {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly maximised: boolean;
}

const FIRST: WindowState = { bounds: { width: 1440, height: 900 }, maximised: false };

export const LEAST = { width: 900, height: 600 } as const;

/**
 * Where the window was when it was last closed, if a display still shows that place; else at its first size, placed by
 * the system.
 */
export function placeFor(remembered: unknown, displays: readonly Rectangle[]): WindowState {
  const state = readState(remembered);
  if (state === undefined) return FIRST;
  const { x, y, width, height } = state.bounds;
  const middle = { x: (x ?? 0) + width / 2, y: (y ?? 0) + height / 2 };
  const shown = displays.some(
    (display) =>
      middle.x >= display.x &&
      middle.x < display.x + display.width &&
      middle.y >= display.y &&
      middle.y < display.y + display.height,
  );
  return shown ? state : { ...state, bounds: { width, height } };
}

/** Writes down where the window is each time it is closed. */
export function rememberPlace(window: BrowserWindow, path: string): void {
  const file = preferencesFile(path);
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    // A place that cannot be written down is not worth a message.
    file.write(state).catch(() => {});
  });
}

function readState(value: unknown): WindowState | undefined {
  if (typeof value !== 'object' || value === null || !('bounds' in value)) return undefined;
  const { bounds } = value;
  if (typeof bounds !== 'object' || bounds === null) return undefined;
  const side = (name: string) => {
    const found: unknown = Reflect.get(bounds, name);
    return typeof found === 'number' && Number.isFinite(found) ? Math.round(found) : undefined;
  };
  const [x, y, width, height] = [side('x'), side('y'), side('width'), side('height')];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return {
    bounds: { x, y, width: Math.max(LEAST.width, width), height: Math.max(LEAST.height, height) },
    maximised: 'maximised' in value && value.maximised === true,
  };
}
