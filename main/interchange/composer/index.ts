/** From what a reader meets in a document to the blocks, marks and passages of a source. */
export { type Composed, type Composer, createComposer, type Found, type Place } from './composer.ts';
