import { formatNumber, t } from '../../i18n/index.ts';
import { clearLooking } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';

/** Says that not all sources are shown, and shows them all. */
export function ShownOf({ shown, all }: { shown: number; all: number }) {
  return (
    <div className="library-line">
      <span role="status">{t('looking.shown', { shown: formatNumber(shown), all: formatNumber(all) })}</span>
      <Button look="quiet" onPress={clearLooking}>
        {t('looking.clear')}
      </Button>
    </div>
  );
}
