import { t } from '../../i18n/index.ts';
import type { ListReport } from './use-list-import.ts';

/** Faults shown; a list with more is mended in the program it comes from. */
const MOST = 500;

/** Every row that cannot be taken: its number, why, and the words at fault. */
export function ListFaults({ report }: { report: ListReport | null }) {
  if (!report || report.faulty === 0) return null;
  return (
    <section aria-labelledby="lists-faults">
      <h3 id="lists-faults">{t('lists.faults', { count: report.faulty })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <ul className="lists-faults" aria-labelledby="lists-faults" tabIndex={0}>
        {report.faults.slice(0, MOST).map(({ row, reason, detail }) => (
          <li key={row}>
            <span className="lists-row">{t('lists.rowNumber', { row })}</span> {t(`listFault.${reason}`)}{' '}
            {detail !== '' && <bdi className="entity-quiet">{detail}</bdi>}
          </li>
        ))}
      </ul>
      {report.faulty > MOST && <p className="entity-quiet">{t('lists.moreFaults', { count: report.faulty - MOST })}</p>}
    </section>
  );
}
