import { z } from 'zod';
import { METHODS } from '../contract/methods.ts';

export interface DescribedMethod {
  readonly name: string;
  readonly kind: string;
  /** JSON Schema, draft 2020-12. */
  readonly input: unknown;
  readonly output: unknown;
}

/** The contract for whoever writes a script. */
export function describeMethods(): DescribedMethod[] {
  return Object.entries(METHODS).map(([name, { kind, input, output }]) => ({
    name,
    kind,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
  }));
}
