/** What had the keyboard last outside of every dialog. */
let home: HTMLElement | null = null;

/** From now on it is known where the keyboard is at home: called once, before anything is drawn. */
export function followFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('.modal')) home = target;
  });
}

/** Frames to wait for the keyboard to be lost, or for what is behind a dialog to take it again. */
const PATIENCE = 20;

/**
 * Brings the keyboard back to where it was before the last dialog, once that has left the document, unless it is
 * somewhere by then. The dialogs' library does so too, but loses the way on a busy machine when one dialog follows
 * another: the second then comes while nothing has the focus.
 */
export function focusHome(): void {
  let frames = 0;
  const look = () => {
    if (document.querySelector('.modal')) return;
    if (document.activeElement !== document.body) return;
    if (home?.isConnected) home.focus();
    frames += 1;
    if (frames < PATIENCE) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
