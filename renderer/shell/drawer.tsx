import { type ReactNode, useEffect, useRef } from 'react';

/**
 * A region that lies over the centre where the window is too narrow to hold it beside. Not modal: the text stays
 * usable, so that a passage can be selected and acted upon with the Inspector open.
 */
export function Drawer({
  side,
  onClose,
  children,
}: {
  side: 'start' | 'end';
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it from anywhere inside
    <div
      ref={ref}
      className={`drawer ${side}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
