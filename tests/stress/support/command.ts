import type { Input, MethodName } from '../../../main/contract/index.ts';
import type { Chance } from '../../support/stress.ts';
import type { Model } from './model.ts';

/** What a command asks of the notebook, and what the model makes of it once the notebook has answered. */
export interface Command {
  readonly method: MethodName;
  readonly input: unknown;
  /** The model afterwards, given the id of what was made; undefined where the notebook has to refuse. */
  readonly after: ((id: string) => Model) | undefined;
}

/** Makes one command by chance; undefined where there is nothing to do it to. */
export type Maker = (model: Model, random: Chance, sourceId: string) => Command | undefined;

export function command<M extends MethodName>(method: M, input: Input<M>, after: Command['after']): Command {
  return { method, input, after };
}

export function some(random: Chance, ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : random.oneOf(ids);
}

export const NAMES = ['ash', 'birch', 'cedar', 'დუბი', 'elm'];
