import type { Client } from '../../client/index.ts';
import { notebook } from '../../state/index.ts';

/** How the researcher looks at an outline; kept in the notebook, beside it. */
export interface ViewMemory {
  /** Ids of items whose children are hidden. */
  readonly collapsed: ReadonlySet<string>;
  readonly isNumbered: boolean;
}

/** Quiet before the look is kept, in milliseconds. */
const KEEP_AFTER = 300;

/**
 * Reads the look of an outline and keeps its changes. Keeping it is a deed for the notebook, and a deed gives up what
 * was undone; so while there is something to redo the look waits for its next change.
 */
export function rememberView(client: Client, outlineId: string, apply: (memory: Partial<ViewMemory>) => void) {
  const key = `outline.view.${outlineId}`;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unkept: ViewMemory | null = null;

  const keep = () => {
    clearTimeout(timer);
    const { redo, status } = notebook.get();
    if (!unkept || redo || status?.readOnly) return;
    const { collapsed, isNumbered } = unkept;
    unkept = null;
    // A look that could not be kept is no loss worth an alarm: the next change tries again.
    client.call('settings.set', { key, value: { collapsed: [...collapsed], isNumbered } }).catch(() => undefined);
  };

  client.call('settings.get', { key }).then(
    ({ value }) => apply(parse(value)),
    // Without the memory everything is shown open, which loses nothing.
    () => undefined,
  );
  window.addEventListener('pagehide', keep);
  return {
    save(memory: ViewMemory) {
      unkept = memory;
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER);
    },
  };
}

function parse(value: unknown): Partial<ViewMemory> {
  if (typeof value !== 'object' || value === null) return {};
  const collapsed = 'collapsed' in value && Array.isArray(value.collapsed) ? value.collapsed : [];
  const isNumbered = 'isNumbered' in value ? value.isNumbered !== false : true;
  return { collapsed: new Set(collapsed.filter((id) => typeof id === 'string')), isNumbered };
}
