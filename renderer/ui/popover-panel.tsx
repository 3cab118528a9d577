import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';

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

/** A small dialog beside its button, with what it changes in sight. `Esc` and a click outside close it. */
export function PopoverPanel({ title, isOpen, onOpenChange, placement, button, children }: PopoverPanelProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {button}
      <Popover className="popover panel-popover" placement={placement} offset={6}>
        <Dialog aria-label={title} className="panel-dialog">
          <h2 className="panel-title">{title}</h2>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
