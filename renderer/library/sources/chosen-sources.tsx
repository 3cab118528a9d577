import { X } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import { Button, IconButton, MenuButton, type MenuEntry } from '../../ui/index.ts';

/** What can be done with several sources, above the tree they are chosen in. */
export function ChosenSources({
  ids,
  menu,
  onClear,
}: {
  ids: readonly string[];
  menu: readonly MenuEntry[];
  onClear: () => void;
}) {
  return (
    <div className="library-line chosen">
      <span role="status">{t('library.chosen', { count: ids.length })}</span>
      <MenuButton label={t('library.menu')} entries={menu}>
        <Button look="quiet">{t('library.menu')}</Button>
      </MenuButton>
      <IconButton label={t('library.chooseNone')} icon={X} onPress={onClear} />
    </div>
  );
}
