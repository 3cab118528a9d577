import { Label, Radio, RadioGroup } from 'react-aria-components';
import { COLOURS, type Colour } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import './colour-choice.css';

/** One of the five colours, by name as well as by sight. */
export function ColourChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Colour;
  onChange: (colour: Colour) => void;
}) {
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const colour = COLOURS.find((each) => each === next);
        if (colour) onChange(colour);
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="colours">
        {COLOURS.map((colour) => (
          <Radio key={colour} value={colour} className="colour">
            <i style={{ background: `var(--${colour})` }} aria-hidden="true" />
            {t(`colour.${colour}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
