import { useMemo } from 'react';
import { useClient } from '../../client/index.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { Button, Checkbox, Radios, Range, Select } from '../../ui/index.ts';
import { changeSettings, settingsNow, useReadingSettings } from './kept.ts';
import { DEFAULTS, hasLegibleFont, LIMITS, READING_FONTS, type ReadingSettings } from './reading-settings.ts';
import './settings-panel.css';

/** Chooses how the text looks; every choice takes effect at once and is kept in the notebook. */
export function SettingsPanel() {
  const client = useClient();
  const settings = useReadingSettings() ?? settingsNow();
  const hasLegible = useMemo(hasLegibleFont, []);
  const change = (part: Partial<ReadingSettings>) => changeSettings(client, part);
  const fonts = READING_FONTS.filter((font) => font !== 'legible' || hasLegible || settings.font === 'legible');
  return (
    <div className="reading-settings">
      <Select
        label={t('reading.font')}
        choices={fonts.map((font) => ({ id: font, name: t(`reading.font.${font}`) }))}
        value={settings.font}
        onChange={(font) => change({ font })}
      />
      <Range
        label={t('reading.size')}
        text={t('reading.pixels', { count: settings.size })}
        value={settings.size}
        {...LIMITS.size}
        onChange={(size) => change({ size })}
      />
      <Range
        label={t('reading.leading')}
        text={formatNumber(settings.leading)}
        value={settings.leading}
        {...LIMITS.leading}
        onChange={(leading) => change({ leading })}
      />
      <Range
        label={t('reading.width')}
        text={t('reading.pixels', { count: settings.width })}
        value={settings.width}
        {...LIMITS.width}
        onChange={(width) => change({ width })}
      />
      <Radios
        label={t('reading.paper')}
        choices={[
          { id: 'plain', name: t('reading.paper.plain') },
          { id: 'sepia', name: t('reading.paper.sepia') },
        ]}
        value={settings.paper}
        onChange={(paper) => change({ paper })}
      />
      <Checkbox isSelected={settings.numbers} onChange={(numbers) => change({ numbers })}>
        {t('reading.numbers')}
      </Checkbox>
      <Checkbox isSelected={settings.pageLines} onChange={(pageLines) => change({ pageLines })}>
        {t('reading.pageLines')}
      </Checkbox>
      <div className="reading-settings-foot">
        <span>{t('reading.text')}</span>
        <Button onPress={() => change(DEFAULTS)}>{t('reading.reset')}</Button>
      </div>
    </div>
  );
}
