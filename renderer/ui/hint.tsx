import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { formatShortcut } from '../commands/index.ts';

/** Says the name of an icon when it is pointed at or focused; the name itself must be on the control as well. */
export function Hint({
  text,
  shortcut,
  children,
}: {
  text: string;
  shortcut?: string | undefined;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="hint" offset={6}>
        {text}
        {shortcut && <kbd>{formatShortcut(shortcut)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
