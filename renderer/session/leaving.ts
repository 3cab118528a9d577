import { isAllSaved } from '../state/index.ts';

/** Has the browser ask before the page is left or loaded again, as long as something in it is unsaved. */
export function askBeforeLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    if (!isAllSaved()) event.preventDefault();
  });
}
