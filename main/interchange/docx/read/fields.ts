import { safeLink } from '../../summary/index.ts';

/**
 * Follows complex fields (ECMA-376 part 1, 17.16.18): what stands between `begin` and `separate` is an instruction, what
 * follows until `end` is its result, which is what the page shows. Fields stand in fields.
 */
export interface Fields {
  mark(type: string): void;
  instruct(text: string): void;
  /** Whether text met now is shown. */
  shown(): boolean;
  /** The address of the innermost link one is in; empty for none. */
  link(): string;
}

interface Field {
  instruction: string;
  result: boolean;
}

export function followFields(): Fields {
  const open: Field[] = [];
  return {
    mark(type) {
      const field = open.at(-1);
      if (type === 'begin') open.push({ instruction: '', result: false });
      else if (type === 'separate' && field !== undefined) field.result = true;
      else if (type === 'end') open.pop();
    },
    instruct(text) {
      const field = open.at(-1);
      if (field !== undefined && !field.result) field.instruction += text;
    },
    shown: () => open.every(({ result }) => result),
    link: () =>
      open.map(({ instruction }) => fieldLink(instruction)).findLast((address) => address !== undefined) ?? '',
  };
}

/** The address in the instruction of a field that is a link. */
export function fieldLink(instruction: string): string | undefined {
  return safeLink(/^\s*HYPERLINK\s+"?([^"\s]+)/i.exec(instruction)?.[1]);
}
