import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';

/** Two things to look at side by side, one below the other where there is little room. */
export function Halves({ isHalved, children }: { isHalved: boolean; children: ReactNode }) {
  return (
    <div className="halves-room" data-halved={isHalved}>
      <div className="halves">{children}</div>
    </div>
  );
}

export interface SecondHalfProps {
  /** Name of the region. */
  readonly label: string;
  /** What kind of thing stands in it, for its style sheet. */
  readonly what: string;
  /** What its first line holds beside the button that closes it. */
  readonly head: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The second half, which can be taken away. */
export function SecondHalf({ label, what, head, closeLabel, onClose, children }: SecondHalfProps) {
  return (
    <section className="beside" aria-label={label}>
      <div className="beside-head">
        {head}
        <IconButton label={closeLabel} icon={X} onPress={onClose} />
      </div>
      <div className="beside-body" data-what={what}>
        {children}
      </div>
    </section>
  );
}
