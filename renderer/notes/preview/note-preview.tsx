import type { EditorView } from 'prosemirror-view';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEditor } from '../page/use-editor.ts';
import type { NoteSession } from '../session/note-session.ts';
import { PreviewContent } from './preview-content.tsx';
import { chosenKey, type Previewed, previewedIn, previewedOf } from './previewed.ts';
import './note-preview.css';

/** How long the pointer rests before a preview opens, and may be away before it closes, in milliseconds. */
const REST = 450;
const GRACE = 250;

interface Shown {
  readonly of: Previewed;
  /** Beside this element of the text. */
  readonly at: Element;
  readonly by: 'pointer' | 'choice';
}

export interface NotePreviewProps {
  readonly session: NoteSession;
  readonly viewRef: { readonly current: EditorView | null };
  /** The element in which the pointer is watched. */
  readonly pageRef: { readonly current: HTMLElement | null };
}

/**
 * Shows what a mention, a link or a quotation points at while the pointer rests on it or it is chosen by key. It can be pointed
 * at itself, stays until one leaves it, and goes with Escape.
 */
export function NotePreview({ session, viewRef, pageRef }: NotePreviewProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const chosen = useEditor(session, chosenKey);
  const now = useRef(shown);
  now.current = shown;

  const later = useCallback((next: Shown | null, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), delay);
  }, []);

  useEffect(() => {
    const of = previewedOf(chosen);
    const view = viewRef.current;
    clearTimeout(timer.current);
    const dom = of && view?.hasFocus() ? view.nodeDOM(view.state.selection.from) : null;
    setShown(of && dom instanceof Element ? { of, at: dom, by: 'choice' } : null);
  }, [chosen, viewRef]);

  useEffect(() => {
    const page = pageRef.current;
    const onOver = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      if (box.current?.contains(target)) return clearTimeout(timer.current);
      const at = target.closest<HTMLElement>('.note-text :is([data-entity], [data-note], [data-highlight])');
      const of = at && previewedIn(at);
      if (at && of) later({ of, at, by: 'pointer' }, REST);
      else leave();
    };
    const leave = () => {
      clearTimeout(timer.current);
      if (now.current?.by === 'pointer') later(null, GRACE);
    };
    const close = () => {
      clearTimeout(timer.current);
      setShown(null);
    };
    page?.addEventListener('pointerover', onOver);
    page?.addEventListener('pointerleave', leave);
    page?.addEventListener('scroll', close, true);
    page?.addEventListener('pointerdown', close);
    return () => {
      clearTimeout(timer.current);
      page?.removeEventListener('pointerover', onOver);
      page?.removeEventListener('pointerleave', leave);
      page?.removeEventListener('scroll', close, true);
      page?.removeEventListener('pointerdown', close);
    };
  }, [pageRef, later]);

  useEffect(() => {
    if (!shown) return;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer.current);
      setShown(null);
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [shown]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !shown) return;
    const place = () => {
      const { left, top, bottom } = shown.at.getBoundingClientRect();
      const { offsetHeight, offsetWidth, style } = element;
      const isBelow = bottom + 6 + offsetHeight < window.innerHeight;
      style.insetBlockStart = `${isBelow ? bottom + 6 : Math.max(8, top - 6 - offsetHeight)}px`;
      style.left = `${Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8))}px`;
    };
    // Its height is known when its content has come.
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} role={shown.by === 'choice' ? 'status' : 'tooltip'} className="note-preview popover">
      <PreviewContent of={shown.of} />
    </div>
  );
}
