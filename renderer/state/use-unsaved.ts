import { useLayoutEffect } from 'react';
import { holdUnsaved } from './saving.ts';

/** Has the status bar count a field as unsaved as long as there is something in it that is not sent. */
export function useUnsaved(isUnsaved: boolean): void {
  useLayoutEffect(() => (isUnsaved ? holdUnsaved() : undefined), [isUnsaved]);
}
