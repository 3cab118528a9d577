import { t } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';

export function AnalyseView() {
  return <EmptyState title={t('ui.notYet')} />;
}
