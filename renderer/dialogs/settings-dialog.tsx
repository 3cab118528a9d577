import type { Preferences } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { LANGUAGES, t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { applyPreferences, preferences } from '../session/index.ts';
import { failureOf, useStore } from '../state/index.ts';
import { Dialog, Select } from '../ui/index.ts';
import { ImportLimitFields } from './import-limits.tsx';

/** Language, theme and the limits of imports; a choice takes effect at once and is kept for this person, outside every notebook. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const now = useStore(preferences, (all) => all);
  const choose = (part: Partial<Preferences>) => {
    applyPreferences({ ...now, ...part });
    client.call('preferences.set', part).catch((error: unknown) => {
      applyPreferences(now);
      tellFailure(failureOf(error));
    });
  };
  return (
    <Dialog title={t('settings.title')} onClose={onClose} size="small">
      <Select
        label={t('settings.language')}
        choices={[{ id: 'system' as const, name: t('settings.system') }, ...LANGUAGES]}
        value={now.language}
        onChange={(language) => choose({ language })}
      />
      <Select
        label={t('settings.theme')}
        choices={[
          { id: 'system', name: t('settings.system') },
          { id: 'light', name: t('settings.light') },
          { id: 'dark', name: t('settings.dark') },
        ]}
        value={now.theme}
        onChange={(theme) => choose({ theme })}
      />
      <ImportLimitFields limits={now.limits} onChange={(limits) => choose({ limits })} />
      <p className="report-sum">{t('settings.text')}</p>
    </Dialog>
  );
}
