/** Highlights and links find their way from one version of a text into the next. */
export { carryFrom, carryOne } from './carry.ts';
export { carrier } from './carry-over.ts';
export { type LengthOf, placesOfSameBytes } from './same-bytes.ts';
