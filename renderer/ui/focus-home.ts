/** What had the keyboard last outside of every dialog. */
let home: HTMLElement | null = null;

/** From now on it is known where the keyboard is at home: called once, before anything is drawn. */
export function followFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('.modal')) home = target;
  });
}

/** How long to wait, in milliseconds, for what is behind a dialog to take the keyboard again. */
const PATIENCE = 1_400;
/** How many frames the keyboard has to be somewhere. */
const STEADY = 3;

/**
 * Brings the keyboard back to where it was before the last dialog, once that has left the document, unless it is
 * somewhere by then. The dialogs' library does so too, but loses the way on a busy machine when one dialog follows
 * another: the second then comes while nothing has the focus.
 */
export function focusHome(): void {
  const until = performance.now() + PATIENCE;
  let steady = 0;
  const look = () => {
    const isNowhere = document.activeElement === document.body;
    steady = isNowhere ? 0 : steady + 1;
    if (isNowhere && !document.querySelector('.modal')) home?.focus();
    if (steady < STEADY && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
