import { connection } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { notebook, useStore } from '../state/index.ts';

/** A calm line at the top while the host cannot be reached or the engine is away. */
export function LineBanner() {
  const line = useStore(connection, (now) => now.line);
  const engine = useStore(notebook, (now) => now.engine);
  const words =
    line === 'lost' || line === 'connecting'
      ? t('frame.lineLost')
      : engine === 'lost'
        ? t('frame.engineLost')
        : engine === 'failed'
          ? t('frame.engineFailed')
          : null;
  if (words === null) return null;
  return (
    <div role="alert" className="line-banner">
      {words}
    </div>
  );
}
