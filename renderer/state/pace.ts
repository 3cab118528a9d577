import { createStore } from '../store/index.ts';

/**
 * How many milliseconds at least lie between two askings for lists of sources; 0 at most times. While a thousand files come in,
 * the Library would else be drawn anew for every one of them.
 */
export const pace = createStore({ between: 0 });
