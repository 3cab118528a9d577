import { ChevronDown } from 'lucide-react';
import { type RefObject, useId } from 'react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';

export interface TextFieldProps extends Pick<AriaTextFieldProps, 'onBlur' | 'onKeyDown' | 'type'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string | undefined;
  /** Why the value will not do; shown below and read out. */
  readonly error?: string | undefined;
  readonly lines?: number;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** One line of text, or several where `lines` is given. */
export function TextField(props: TextFieldProps) {
  const { label, description, error, lines, hideLabel, placeholder, inputRef, autoFocus = false, ...field } = props;
  return (
    <AriaTextField
      {...field}
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
      className="field"
      validationBehavior="aria"
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {lines === undefined ? (
        <Input
          className="input"
          {...(placeholder ? { placeholder } : {})}
          {...(inputRef ? { ref: inputRef } : {})}
          dir="auto"
        />
      ) : (
        <TextArea className="input" rows={lines} dir="auto" />
      )}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice<K extends string> {
  readonly id: K;
  readonly name: string;
}

export interface SelectProps<K extends string> {
  readonly label: string;
  readonly choices: readonly Choice<K>[];
  readonly value: K;
  readonly onChange: (value: K) => void;
  readonly hideLabel?: boolean;
}

/** One of a few. */
export function Select<K extends string>({ label, choices, value, onChange, hideLabel }: SelectProps<K>) {
  const id = useId();
  return (
    <AriaSelect
      id={id}
      className="field"
      value={value}
      onChange={(key) => {
        const choice = choices.find((each) => each.id === key);
        if (choice) onChange(choice.id);
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <AriaButton className="input select">
        <SelectValue />
        <ChevronDown aria-hidden size={14} />
      </AriaButton>
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="row">
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
