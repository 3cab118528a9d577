import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components';
import { t } from '../i18n/index.ts';
import './choice-list.css';

export interface ListedChoice {
  readonly id: string;
  readonly name: string;
  readonly sign: ReactNode;
  readonly detail?: string | undefined;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly ListedChoice[];
  /** What is said where there is nothing to choose from at all. */
  readonly empty: string;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** The caller filters, because what matches is the notebook's business. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly autoFocus?: boolean;
}

/** In pixels, as in the style sheet: only the rows in sight are in the document, for there may be thousands. */
const ROW_HEIGHT = 27;

/** Several of many: type to find, arrows go through what is found, Enter takes one or gives it back. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, placeholder, choices, empty, chosen, onChange, query, onQuery, autoFocus = false } = props;
  return (
    <div className="choice-kind">
      <Autocomplete inputValue={query} onInputChange={onQuery}>
        <SearchField autoFocus={autoFocus}>
          <Label className="field-label">{label}</Label>
          <Input className="input" dir="auto" placeholder={placeholder} />
        </SearchField>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
          <ListBox
            aria-label={label}
            className="list choice-list"
            items={choices}
            dependencies={[chosen]}
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) => onChange(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String))}
            renderEmptyState={() => <p className="list-empty">{query.trim() === '' ? empty : t('ui.nothingFound')}</p>}
          >
            {({ id, name, sign, detail }) => (
              <ListBoxItem id={id} textValue={name} className="row">
                {sign}
                <span className="grow" dir="auto">
                  {name}
                </span>
                {detail && (
                  <span className="detail" dir="auto">
                    {detail}
                  </span>
                )}
                {chosen.includes(id) && <Check aria-hidden size={14} />}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Autocomplete>
    </div>
  );
}
