import { Check, Columns2, Ellipsis, Plus } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { Button, MenuButton, type MenuEntry, ToggleButton, Toolbar } from '../../ui/index.ts';
import { BESIDE, beside, useBeside } from '../beside/beside.ts';

export interface OutlineToolbarProps {
  readonly isReadOnly: boolean;
  readonly isNumbered: boolean;
  readonly isCollapsed: boolean;
  readonly isReading: boolean;
  readonly onHeading: () => void;
  readonly onText: () => void;
  readonly onNumber: (isNumbered: boolean) => void;
  readonly onCollapse: (isCollapsed: boolean) => void;
  readonly onRead: (isReading: boolean) => void;
  readonly onExport: () => void;
  readonly more: readonly MenuEntry[];
}

/** The row of actions above the outline: one stop of Tab, arrows within. */
export function OutlineToolbar(props: OutlineToolbarProps) {
  const { isReadOnly, isNumbered, isCollapsed, isReading } = props;
  const what = useBeside();
  const entries = [
    ...BESIDE.map(
      (each): MenuEntry => ({
        id: each,
        label: t(`outline.beside.${each}`),
        isDisabled: each === what,
        run: () => beside.set({ what: each }),
      }),
    ),
    {
      id: 'close',
      label: t('outline.beside.close'),
      startsGroup: true,
      isDisabled: what === null,
      run: () => beside.set({ what: null }),
    },
  ];
  return (
    <Toolbar label={t('outline.actions')} className="outline-toolbar">
      <Button isDisabled={isReadOnly || isReading} onPress={props.onHeading}>
        <Plus aria-hidden size={14} />
        {t('outline.addHeading')}
      </Button>
      <Button isDisabled={isReadOnly || isReading} onPress={props.onText}>
        <Plus aria-hidden size={14} />
        {t('outline.addText')}
      </Button>
      <ToggleButton isSelected={isNumbered} onChange={props.onNumber}>
        {t('outline.number')}
        {isNumbered && <Check aria-hidden size={14} />}
      </ToggleButton>
      <ToggleButton isSelected={isCollapsed} isDisabled={isReading} onChange={props.onCollapse}>
        {t('outline.collapse')}
      </ToggleButton>
      <ToggleButton isSelected={isReading} onChange={props.onRead}>
        {t('outline.readAsText')}
      </ToggleButton>
      <div className="toolbar-end">
        <MenuButton label={t('outline.beside')} entries={entries}>
          <Button>
            <Columns2 aria-hidden size={14} />
            {t('outline.beside')}
          </Button>
        </MenuButton>
        <ToggleButton
          isSelected={what === 'preview'}
          onChange={(isOn) => beside.set({ what: isOn ? 'preview' : null })}
        >
          {t('outline.preview')}
        </ToggleButton>
        <Button look="primary" onPress={props.onExport}>
          {t('outline.export')}
        </Button>
        <MenuButton label={t('outline.more')} entries={props.more}>
          <Button look="quiet" aria-label={t('outline.more')}>
            <Ellipsis aria-hidden size={16} />
          </Button>
        </MenuButton>
      </div>
    </Toolbar>
  );
}
