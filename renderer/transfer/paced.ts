/** Values of which only the newest is of use, handed on at a pace that can be read. */
export interface Paced<T> {
  take(value: T): void;
  /** Forgets what waits. */
  close(): void;
}

/** @param between milliseconds that lie between two values handed on, at least; the first is handed on at once */
export function createPaced<T>(between: number, hand: (value: T) => void): Paced<T> {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: { readonly value: T } | undefined;
  const look = () => {
    timer = undefined;
    if (!newest) return;
    const { value } = newest;
    newest = undefined;
    last = performance.now();
    hand(value);
  };
  return {
    take(value) {
      newest = { value };
      if (timer !== undefined) return;
      const rest = last + between - performance.now();
      if (rest > 0) timer = setTimeout(look, rest);
      else look();
    },
    close() {
      clearTimeout(timer);
      newest = undefined;
    },
  };
}
