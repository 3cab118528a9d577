import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Reference } from '../../../main/contract/index.ts';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { goTo } from '../go-to.ts';
import { AttachmentPicker } from './attachment-picker.tsx';
import type { HeadPartProps } from './note-tags.tsx';

/** What the open note is attached to: each leads there and can be detached; and the picker for more. */
export function NoteAttachments({ head: { facts, change }, isReadOnly, isPicking, onPick }: HeadPartProps) {
  const add = useRef<HTMLButtonElement>(null);
  const { id, attachedTo } = facts;
  const toggle = (thing: Reference) =>
    change((now) => {
      const others = now.attachedTo.filter((each) => !isSame(each, thing));
      return { attachedTo: others.length < now.attachedTo.length ? others : [...others, thing] };
    });
  return (
    <>
      <ul className="highlight-chips" aria-label={t('notes.attachments')}>
        {attachedTo.map((thing) => (
          <Attachment
            key={`${thing.kind} ${thing.id}`}
            thing={thing}
            isReadOnly={isReadOnly}
            onRemove={() => {
              add.current?.focus();
              toggle(thing);
            }}
          />
        ))}
        {!isReadOnly && (
          <li>
            <AriaButton ref={add} className="chip add" onPress={() => onPick(true)}>
              <Plus aria-hidden size={12} />
              {t('notes.attach')}
            </AriaButton>
          </li>
        )}
      </ul>
      {isPicking && (
        <AttachmentPicker
          except={id}
          held={attachedTo}
          onTake={(thing) => {
            onPick(false);
            toggle(thing);
          }}
          onClose={() => onPick(false)}
        />
      )}
    </>
  );
}

interface AttachmentProps {
  readonly thing: Reference;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

/** Nothing where the name is not known: what is in the trash is not shown, and is there again when it comes back. */
function Attachment({ thing, isReadOnly, onRemove }: AttachmentProps) {
  const client = useClient();
  const name = useReferenceName(thing);
  if (name === null) return null;
  return (
    <li className="chip note-attachment">
      <span className="note-attachment-kind">{t(`notes.attachment.${thing.kind}`)}</span>
      <Button look="quiet" onPress={() => goTo(client, thing)}>
        <span dir="auto">{name}</span>
      </Button>
      {!isReadOnly && (
        <AriaButton className="chip-remove" aria-label={t('notes.detach', { name })} onPress={onRemove}>
          <X aria-hidden size={12} />
        </AriaButton>
      )}
    </li>
  );
}

function isSame(one: Reference, other: Reference): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** The name of what a note is attached to; null while it is not known or where it is gone. */
function useReferenceName({ kind, id }: Reference): string | null {
  const source = useQuery('sources.get', kind === 'source' ? { id } : null).data;
  const highlight = useQuery('highlights.get', kind === 'highlight' ? { id } : null).data;
  const tags = useQuery('tags.list', kind === 'tag' ? {} : null).data;
  const entity = useQuery('entities.get', kind === 'entity' ? { id } : null).data;
  const notes = useQuery('notes.list', kind === 'note' ? {} : null).data;
  switch (kind) {
    case 'source':
      return source?.title ?? null;
    case 'highlight':
      return highlight ? `${highlight.sourceTitle}, ${highlight.locator}` : null;
    case 'tag':
      return tags?.find((tag) => tag.id === id)?.name ?? null;
    case 'entity':
      return entity?.name ?? null;
    case 'note':
      return notes?.find((note) => note.id === id)?.title ?? null;
  }
}
