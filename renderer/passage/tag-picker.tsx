import { useRef, useState } from 'react';
import type { Tag } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { type TagChoice, tagsOf, tagWith } from './deeds.ts';
import { TagChooser } from './tag-chooser.tsx';
import type { Target } from './target.ts';

/** Tags of a passage. */
export function TagPicker({ target: first, onClose }: { target: Target; onClose: () => void }) {
  const client = useClient();
  const [target, setTarget] = useState(first);
  /** The target once what was given so far is stored; another tag is added to that, however quickly it is taken. */
  const latest = useRef(Promise.resolve(first));

  const give = (change: (held: readonly string[]) => TagChoice, colour: Tag['colour']) => {
    latest.current = latest.current.then(async (now) => {
      const highlight = await tagWith(client, now, change(tagsOf(now).tagIds), colour);
      const next: Target = highlight ? { kind: 'highlight', highlight } : now;
      setTarget(next);
      return next;
    });
  };

  const take = ({ id, colour }: Tag) =>
    give((now) => ({ tagIds: now.includes(id) ? now.filter((each) => each !== id) : [...now, id] }), colour);

  return (
    <TagChooser
      title={t('passage.tagPicker')}
      held={tagsOf(target).tagIds}
      onTake={take}
      onCreate={(name, colour) => give((now) => ({ tagIds: now, made: [name] }), colour)}
      onClose={onClose}
    />
  );
}
