/** Something done once nothing has happened for a while. */
export interface Rest {
  /** Something happens. Cheap enough for every frame: a timer that runs is left alone. */
  disturb(): void;
  /** Whether it is being waited for. */
  isAwaited(): boolean;
  close(): void;
}

/** @param length in milliseconds */
export function createRest(length: number, onRest: () => void): Rest {
  let timer = 0;
  let disturbed = 0;
  const look = () => {
    const left = disturbed + length - performance.now();
    timer = left > 0 ? window.setTimeout(look, left) : 0;
    if (timer === 0) onRest();
  };
  return {
    disturb() {
      disturbed = performance.now();
      if (timer === 0) timer = window.setTimeout(look, length);
    },
    isAwaited: () => timer !== 0,
    close() {
      window.clearTimeout(timer);
      timer = 0;
    },
  };
}
