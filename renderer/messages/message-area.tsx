import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/index.ts';
import { useStore } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { Announcer } from './announcer.tsx';
import { dismiss, messages, type ShownMessage } from './messages.ts';
import './messages.css';

/** Long enough to read a sentence and reach the button in it. */
const STATUS_STAYS = 8000;

/**
 * What has just happened, at the foot of the window; read out because the regions are live. The dialogs' library leaves it in reach
 * and aloud where a dialog is open, whose deeds it speaks of.
 */
export function MessageArea() {
  const shown = useStore(messages, (now) => now.shown);
  return (
    <div className="messages" data-react-aria-top-layer="true">
      <div role="status" aria-label={t('frame.messages')}>
        {shown.map((message) => message.tone === 'status' && <MessageCard key={message.id} message={message} />)}
      </div>
      <div role="alert">
        {shown.map((message) => message.tone === 'alert' && <MessageCard key={message.id} message={message} />)}
      </div>
      <Announcer />
    </div>
  );
}

function MessageCard({ message }: { message: ShownMessage }) {
  const { id, tone, key, values, action } = message;
  useEffect(() => {
    if (tone !== 'status') return;
    const timer = setTimeout(() => dismiss(id), STATUS_STAYS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (card.current ? handingBack(card.current) : undefined), []);
  return (
    <div ref={card} className={`message ${tone}`}>
      <span className="message-text">{t(key, values)}</span>
      {action && (
        <Button
          onPress={() => {
            dismiss(id);
            action.run();
          }}
        >
          {t(action.label)}
        </Button>
      )}
      <IconButton label={t('ui.dismiss')} icon={X} onPress={() => dismiss(id)} />
    </div>
  );
}

/**
 * A message goes with the button that was pressed in it, and the keyboard would be nowhere.
 * @returns to be called while it goes: hands the keyboard back to where it came from
 */
function handingBack(card: HTMLElement): () => void {
  let cameFrom: EventTarget | null = null;
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) cameFrom = relatedTarget;
  };
  card.addEventListener('focusin', onFocus);
  return () => {
    if (card.contains(document.activeElement) && cameFrom instanceof HTMLElement) cameFrom.focus();
  };
}
