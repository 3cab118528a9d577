import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './sign-choice.css';

/** One part of a sign, its colour or its shape, chosen by sight as well as by name. */
export function SignChoice<T extends string>(props: {
  readonly label: string;
  readonly names: readonly T[];
  readonly called: (name: T) => string;
  readonly sign: (name: T) => ReactNode;
  readonly value: T;
  readonly onChange: (name: T) => void;
}) {
  const { label, names, called, sign, value, onChange } = props;
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const name = names.find((each) => each === next);
        if (name) onChange(name);
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="colours">
        {names.map((name) => (
          <Radio key={name} value={name} className="colour">
            {sign(name)}
            {called(name)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
