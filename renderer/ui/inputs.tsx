import { useId } from 'react';
import type { Choice } from './fields.tsx';

export interface RadiosProps<K extends string> {
  readonly label: string;
  readonly choices: readonly Choice<K>[];
  readonly value: K;
  readonly onChange: (value: K) => void;
}

/** One of a few, all of them in sight. */
export function Radios<K extends string>({ label, choices, value, onChange }: RadiosProps<K>) {
  const name = useId();
  return (
    <fieldset className="radios">
      <legend className="field-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className="check">
          <input type="radio" name={name} checked={choice.id === value} onChange={() => onChange(choice.id)} />
          {choice.name}
        </label>
      ))}
    </fieldset>
  );
}

export interface RangeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as people say it: `17 px`. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A number between two, chosen by dragging or with the arrow keys. */
export function Range({ label, value, min, max, step, text, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className="range">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <output htmlFor={id} className="field-label">
        {text}
      </output>
      <input
        id={id}
        type="range"
        {...{ value, min, max, step }}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
