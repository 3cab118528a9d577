/** From what a reader meets in a document to the blocks, marks and passages of a source. */
export { type Composed, type Composer, createComposer, type Found, type Place } from './composer.ts';
export { followColours, type Highlighting, nearestColour } from './highlighting.ts';
export { COUNTING_BY_SIGN, type Counting, itemNumber } from './item-number.ts';
export { followRuns, type RunMark } from './run-marks.ts';
