import { type ReactElement, type ReactNode, useId, useLayoutEffect } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { dialogEnds } from './focus-home.ts';

export interface PopoverPanelProps {
  /** Name of the dialog. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly placement: 'top start' | 'bottom end';
  /** The button it belongs to. */
  readonly button: ReactElement;
  readonly children: ReactNode;
}

/** A small dialog beside its button, with what it changes in sight. `Esc` and a click outside close it; focus returns to where it was. */
export function PopoverPanel({ title, isOpen, onOpenChange, placement, button, children }: PopoverPanelProps) {
  const heading = useId();
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {button}
      {/* The popover is the dialog itself, so that its hidden buttons to dismiss it are part of it. */}
      <Popover className="popover panel-popover" placement={placement} offset={6} aria-labelledby={heading}>
        <h2 className="panel-title" id={heading}>
          {title}
        </h2>
        {children}
        <TellsItsEnd />
      </Popover>
    </DialogTrigger>
  );
}

/** Stands in what is open, and goes with it. */
function TellsItsEnd(): null {
  useLayoutEffect(() => dialogEnds, []);
  return null;
}
