import { COLOURS, type Colour } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { SignChoice } from './sign-choice.tsx';

/** One of the five colours, by name as well as by sight. */
export function ColourChoice(props: {
  readonly label: string;
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}) {
  return (
    <SignChoice
      {...props}
      names={COLOURS}
      called={(colour) => t(`colour.${colour}`)}
      sign={(colour) => <i style={{ background: `var(--${colour})` }} aria-hidden="true" />}
    />
  );
}
