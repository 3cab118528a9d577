/** What a browser may stop at, if it is neither disabled nor out of sight. No element of the window has a `tabindex` above 0. */
const STOPS = 'a[href], button, input, select, textarea, [contenteditable="true"], [tabindex]';

/** Moves the keyboard on from where it is as `Tab` does, or back as `Shift+Tab`; at the end of the page it stays. */
export function goToTabStop(side: 'before' | 'after'): void {
  const from = document.activeElement ?? document.body;
  const wanted = side === 'after' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (each) => from.compareDocumentPosition(each) & wanted && isStop(each),
  );
  const stop = side === 'after' ? stops[0] : stops.at(-1);
  stop?.focus();
  if (stop instanceof HTMLInputElement) stop.select();
}

function isStop(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
