import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggle,
} from 'react-aria-components';
import { Hint } from './hint.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** `primary` is the one thing to do here; `quiet` has no border until pointed at. */
  readonly look?: 'plain' | 'primary' | 'quiet';
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button ${look}`} />;
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** The name, also shown as a hint. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut?: string;
}

export function IconButton({ label, icon: Icon, shortcut, ...props }: IconButtonProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <AriaButton {...props} aria-label={label} className="icon-button">
        <Icon aria-hidden size={15} strokeWidth={1.75} />
      </AriaButton>
    </Hint>
  );
}

export interface ToggleButtonProps {
  readonly children: ReactNode;
  readonly label?: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly look?: 'plain' | 'quiet';
}

/** A button that stays in; `label` names it where its content is an icon. */
export function ToggleButton({ children, label, look = 'plain', isDisabled = false, ...props }: ToggleButtonProps) {
  const button = (
    <AriaToggle
      {...props}
      isDisabled={isDisabled}
      {...(label ? { 'aria-label': label } : {})}
      className={`button ${look}`}
    >
      {children}
    </AriaToggle>
  );
  return label ? <Hint text={label}>{button}</Hint> : button;
}
