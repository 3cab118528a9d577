import { Button } from 'react-aria-components';
import type { Tag } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import { TagDot } from '../../ui/index.ts';
import { TAG_KEYS } from './recent-tags.ts';

export interface RecentTagButtonsProps {
  readonly tags: readonly (Tag | null)[];
  /** Ids of the tags the passage has. */
  readonly held: readonly string[];
  readonly run: (id: string) => void;
}

/** The tags used last, with their keys. */
export function RecentTagButtons({ tags, held, run }: RecentTagButtonsProps) {
  if (tags.every((tag) => tag === null)) return null;
  return (
    <div className="recent-tags">
      {tags.map(
        (tag, at) =>
          tag && (
            <Button
              key={tag.id}
              className="button quiet recent-tag"
              aria-label={t('passage.recentTag', { name: tag.name })}
              aria-pressed={held.includes(tag.id)}
              onPress={() => run(recentTagCommand(at))}
            >
              <TagDot colour={tag.colour} />
              <span className="recent-tag-name" dir="auto">
                {tag.name}
              </span>
              <kbd data-key={TAG_KEYS[at]} />
            </Button>
          ),
      )}
    </div>
  );
}

/** Id of the command of a key, by its place. */
export function recentTagCommand(at: number): string {
  return `passage.recentTag.${at}`;
}
