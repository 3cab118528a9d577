import type { z } from 'zod';
import type { ReadOnlyReason } from '../../db/index.ts';
import { type Failure, LecternError } from '../../db/model/index.ts';
import type { CallOptions, MethodName } from '../contract/index.ts';
import { METHODS, type Parsed } from '../contract/methods.ts';
import { createContext } from './context.ts';
import type { Desk } from './desk.ts';
import { failureOf } from './failure-of.ts';
import type { Handler } from './handler.ts';
import { HANDLERS } from './handlers.ts';
import type { Ports } from './ports.ts';

/** What a request came to. */
export type Answer = { readonly output: unknown } | { readonly failure: Failure };

/**
 * The only way to a handler: knows the method, parses the input, guards the notebook, runs, and turns whatever goes
 * wrong into a failure. Never rejects.
 */
export async function dispatch(
  method: string,
  input: unknown,
  options: CallOptions,
  desk: Desk,
  ports: Ports,
): Promise<Answer> {
  try {
    if (!isMethod(method)) {
      throw new LecternError('unknown-method', `There is no method “${method}”.`, { method });
    }
    if (options.signal?.aborted) throw new LecternError('cancelled', 'The request was cancelled.');
    return { output: await run(method, input, options, desk, ports) };
  } catch (error) {
    return { failure: failureOf(error, method, ports.log) };
  }
}

/** A name is a method only if the table has it as its own: `constructor` is none. */
function isMethod(name: string): name is MethodName {
  return Object.hasOwn(METHODS, name);
}

async function run<M extends MethodName>(
  method: M,
  input: unknown,
  options: CallOptions,
  desk: Desk,
  ports: Ports,
): Promise<unknown> {
  const { kind } = METHODS[method];
  const parsed = parse(method, input);
  if (changes(method)) await desk.untilOthersMay();
  if (kind !== 'host') guard(kind, desk);
  const handler: Handler<M> = HANDLERS[method];
  return handler(parsed, createContext(ports, desk, options));
}

/** Whether a method may change the notebook: deeds do, and undoing and redoing them. */
function changes(method: MethodName): boolean {
  return METHODS[method].kind === 'deed' || /^history\.(?:undo|redo|goTo)$/.test(method);
}

const READ_ONLY: Readonly<Record<ReadOnlyReason, string>> = {
  newer: 'The notebook was made by a newer version of Lectern, so it is open for reading only.',
  asked: 'The notebook was opened only to be looked at.',
  'not-writable': 'The notebook or its folder cannot be written, so it is open for reading only.',
};

function guard(kind: 'query' | 'deed', desk: Desk): void {
  const notebook = desk.notebook();
  if (notebook === null) throw new LecternError('no-notebook', 'No notebook is open.');
  if (kind === 'deed' && notebook.readOnly) {
    const reason = notebook.readOnlyReason ?? 'not-writable';
    throw new LecternError('read-only', READ_ONLY[reason], { reason });
  }
}

/** The same table, said so that a method's parser is known to give that method's input. */
const INPUTS: { readonly [M in MethodName]: { readonly input: z.ZodType<Parsed<M>> } } = METHODS;

function parse<M extends MethodName>(method: M, input: unknown): Parsed<M> {
  const result = INPUTS[method].input.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue ? fieldOf(issue) : '';
  const what = (issue?.message ?? 'it cannot be read').replace(/^Invalid input: /, '');
  const message =
    field === '' ? `The input of “${method}” is not right: ${what}.` : `“${field}” is not right: ${what}.`;
  throw new LecternError('bad-input', message, { method, field });
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const inside = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...inside].map(String).join('.');
}
