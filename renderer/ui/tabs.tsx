import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabDefinition<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps<K extends string> {
  /** Name of the list of tabs. */
  readonly label: string;
  readonly tabs: readonly TabDefinition<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
}

/** The tabs of a side panel. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((each) => each.id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
