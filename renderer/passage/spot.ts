/** Sides of a rectangle in client coordinates. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels between the selected line and the toolbar, and between the toolbar and the edge of the screen. */
export const GAP = 8;

/**
 * Where the toolbar stands: below the last selected line, above the first where there is no room below, and at the
 * nearer edge where the selection fills the screen; never on a selected line as long as there is anywhere else.
 * @param lines first and last selected line, and the part of the window the text is shown in
 */
export function spotFor(
  { first, last, screen }: { readonly first: Box; readonly last: Box; readonly screen: Box },
  { width, height }: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const left = Math.max(screen.left + GAP, Math.min(last.left - width / 2, screen.right - width - GAP));
  const below = last.bottom + GAP;
  if (below + height + GAP <= screen.bottom) return { left, top: below };
  const above = first.top - GAP - height;
  if (above >= screen.top) return { left, top: above };
  return { left, top: screen.bottom - height - GAP };
}
