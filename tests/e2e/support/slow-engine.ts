import type { Page } from '@playwright/test';

/** Lets a test keep what the engine says from the window for a while. To be made before the page is opened. */
export interface Answers {
  hold(): void;
  /** Hands over what was held, in its order, and holds nothing more. */
  release(): void;
}

export async function answersOf(page: Page): Promise<Answers> {
  let isHeld = false;
  let held: (() => void)[] = [];
  await page.routeWebSocket(/\/channel$/, (route) => {
    const shell = route.connectToServer();
    route.onMessage((message) => shell.send(message));
    shell.onMessage((message) => {
      const hand = () => route.send(message);
      if (isHeld) held.push(hand);
      else hand();
    });
  });
  return {
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const hand of held) hand();
      held = [];
    },
  };
}
