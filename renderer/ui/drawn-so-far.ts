import { useEffect, useState } from 'react';

const AT_ONCE = 8;

/** How many of a long list are to be drawn: some at once, and some more every frame until all are, so that none holds up the window. */
export function useDrawnSoFar(count: number): number {
  const [drawn, setDrawn] = useState(AT_ONCE);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + AT_ONCE));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
