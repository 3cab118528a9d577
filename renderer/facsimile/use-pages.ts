import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Source } from '../../main/contract/index.ts';
import { useClient, useHost } from '../client/index.ts';
import { currentLanguage, t } from '../i18n/index.ts';
import { failureSentence } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';
import { followPages } from './follow.ts';
import type { PageAsked } from './frame/index.ts';
import { type FrameLink, linkFrame } from './link.ts';

/** How the pages stand. `page` is the one that is drawn, 0 while there is none; `pages` is 0 until the file was opened. */
export interface PagesState {
  readonly phase: 'opening' | 'locked' | 'open' | 'failed';
  /** Another page than the one that is seen is on its way. */
  readonly isDrawing: boolean;
  readonly page: number;
  readonly pages: number;
  readonly zoom: number;
  /** The password that was given opens nothing. */
  readonly isWrong: boolean;
  /** This page cannot be drawn. */
  readonly failedPage: number | null;
  /** Why the file could not be fetched; empty where it is the file itself that cannot be shown. */
  readonly why: string;
}

const BEGIN: PagesState = {
  phase: 'opening',
  isDrawing: true,
  page: 0,
  pages: 0,
  zoom: 1,
  isWrong: false,
  failedPage: null,
  why: '',
};

/** The pages of a source in a frame: how they stand, and what can be asked of them. They follow whoever reads the text. */
export function usePages(source: Source, frame: RefObject<HTMLIFrameElement | null>) {
  const client = useClient();
  const host = useHost();
  const [state, setState] = useState(BEGIN);
  const link = useRef<FrameLink>(null);
  const asked = useRef<PageAsked>({ number: 1 });
  const zoom = useRef(1);
  const { id, title } = source;
  const called = useRef(title);
  called.current = title;

  const change = (part: Partial<PagesState>) => setState((now) => ({ ...now, ...part }));
  const show = (page: PageAsked) => {
    asked.current = page;
    change({ isDrawing: true, failedPage: null });
    link.current?.show(page, zoom.current);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` and `change` are the same each time
  useLayoutEffect(() => {
    if (!frame.current) return;
    let pages = 0;
    const made = linkFrame({
      client,
      host,
      sourceId: id,
      frame: frame.current,
      onFailure: (error) => change({ phase: 'failed', isDrawing: false, why: failureSentence(failureOf(error)) }),
      onTold(message) {
        switch (message.told) {
          case 'locked':
            change({ phase: 'locked', isWrong: message.wrong, isDrawing: false });
            break;
          case 'opened':
            ({ pages } = message);
            change({ phase: 'open', pages, isDrawing: true });
            break;
          case 'drawn':
            made.name(t('facsimile.picture', { page: message.page, pages, title: called.current }), currentLanguage());
            change({ page: message.page, isDrawing: false, failedPage: null });
            break;
          case 'failed':
            change(
              message.page === undefined
                ? { phase: 'failed', isDrawing: false }
                : { page: message.page, failedPage: message.page, isDrawing: false },
            );
        }
      },
    });
    link.current = made;
    made.show(asked.current, zoom.current);
    const unfollow = followPages(id, show);
    return () => {
      unfollow();
      made.close();
      link.current = null;
    };
  }, [client, host, id, frame]);

  return {
    state,
    show,
    zoomTo(next: number) {
      zoom.current = next;
      change({ zoom: next, isDrawing: true });
      link.current?.show(asked.current, next);
    },
    unlock(password: string) {
      change({ phase: 'opening', isDrawing: true });
      link.current?.unlock(password);
    },
  };
}
