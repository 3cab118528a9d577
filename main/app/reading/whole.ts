import { readCitations, readEntityList, readOutline, readOutlineFile } from '../../interchange/index.ts';

/** What is read at one go and handed over as it is, because it is small: each by the function that reads it. */
const READERS = {
  citations: readCitations,
  entityList: readEntityList,
  outline: readOutline,
  outlineFile: readOutlineFile,
};

export type Whole = keyof typeof READERS;
type Given = { readonly [W in Whole]: Readonly<Parameters<(typeof READERS)[W]>> };
type Results = { readonly [W in Whole]: ReturnType<(typeof READERS)[W]> };

/** A call of one of them, spelled so that it can be sent. */
export type WholeCall<W extends Whole = Whole> = { [K in W]: { readonly whole: K; readonly given: Given[K] } }[W];
export type WholeResult<W extends Whole = Whole> = Results[W];

/** The same table, said so that a reader is known to give what it gives. */
const TABLE: { readonly [W in Whole]: (...given: Given[W]) => Results[W] } = READERS;

/** Makes the call. @throws LecternError as the function says */
export function readWhole<W extends Whole>({ whole, given }: WholeCall<W>): WholeResult<W> {
  return TABLE[whole](...given);
}
