import type { UnlinkedMention } from '../../main/contract/index.ts';
import { t } from '../i18n/index.ts';
import { EntitySign } from '../ui/index.ts';
import { afterWords, beforeWords } from './surroundings.ts';

/** An unlinked mention in its surroundings, with what makes it doubtful. */
export function MentionRow(props: {
  readonly mention: UnlinkedMention;
  /** Whether to say whose mention it is. */
  readonly showEntity: boolean;
}) {
  const { mention, showEntity } = props;
  const namesOf = (others: UnlinkedMention['alike']) => others.map(({ name }) => name).join(', ');
  return (
    <span className="row-main">
      <span className="row-quote" dir="auto" data-type={mention.entityType}>
        {beforeWords(mention.before)}
        <mark>{mention.quote}</mark>
        {afterWords(mention.after)}
      </span>
      <span className="row-place">
        {showEntity && (
          <>
            <EntitySign type={mention.entityType} /> <bdi>{mention.entityName}</bdi>
            {' · '}
          </>
        )}
        {mention.locator}
        {mention.quote !== mention.name && <> · {t('entities.form', { form: mention.quote })}</>}
        {mention.alike.length > 0 && (
          <span className="row-doubt"> · {t('entities.alike', { names: namesOf(mention.alike) })}</span>
        )}
        {mention.within.length > 0 && (
          <span className="row-doubt"> · {t('entities.within', { names: namesOf(mention.within) })}</span>
        )}
      </span>
    </span>
  );
}
