import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar, Separator } from 'react-aria-components';

/** A row of controls that is one stop of the Tab key; arrows move within. */
export function Toolbar({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <AriaToolbar aria-label={label} className={className ? `toolbar ${className}` : 'toolbar'}>
      {children}
    </AriaToolbar>
  );
}

export function ToolbarLine() {
  return <Separator orientation="vertical" className="toolbar-line" />;
}
