import type { MethodName, Output } from '../contract/index.ts';
import type { Parsed } from '../contract/methods.ts';
import type { Context } from './context.ts';

/** An output as the stores answer it: the same shape, promised not to be changed. */
export type Lasting<T> = T extends readonly (infer Entry)[]
  ? readonly Lasting<Entry>[]
  : T extends object
    ? { readonly [Key in keyof T]: Lasting<T[Key]> }
    : T;

/** What answers one method: its parsed input in, its output out, a `LecternError` for whatever is refused. */
export type Handler<M extends MethodName> = (
  input: Parsed<M>,
  context: Context,
) => Lasting<Output<M>> | Promise<Lasting<Output<M>>>;

/** A handler for every method of the contract whose name begins with the noun: a missing one does not compile. */
export type HandlersOf<Noun extends string> = {
  readonly [M in Extract<MethodName, `${Noun}.${string}`>]: Handler<M>;
};
