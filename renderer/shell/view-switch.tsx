import type { KeyboardEvent } from 'react';
import { t } from '../i18n/index.ts';
import { go, place, useStore, VIEWS, type View } from '../state/index.ts';

/** Id of the region a view fills, and of its tab. */
export const VIEW_PANEL = 'view-panel';
export const tabId = (view: View) => `view-tab-${view}`;

/**
 * The tabs of the views: one stop of the Tab key, arrows move and switch.
 * Not the library's tabs, because those render everything between the tabs and their panel a second time, unseen.
 */
export function ViewSwitch() {
  const current = useStore(place, (now) => now.view);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = nextView(event.key, current, getComputedStyle(event.currentTarget).direction === 'rtl');
    if (!next) return;
    event.preventDefault();
    go({ view: next });
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div role="tablist" aria-label={t('frame.views')} className="views" onKeyDown={onKeyDown}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={tabId(view)}
          className="view-tab"
          aria-selected={view === current}
          aria-controls={VIEW_PANEL}
          tabIndex={view === current ? 0 : -1}
          onClick={() => view !== current && go({ view })}
        >
          {t(`frame.view.${view}`)}
        </button>
      ))}
    </div>
  );
}

function nextView(key: string, current: View, rtl: boolean): View | undefined {
  const at = VIEWS.indexOf(current);
  const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[key];
  if (step !== undefined) return VIEWS[(at + step + VIEWS.length) % VIEWS.length];
  if (key === 'Home') return VIEWS[0];
  return key === 'End' ? VIEWS.at(-1) : undefined;
}
