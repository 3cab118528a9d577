import { useEffect } from 'react';
import { useStore } from '../store/index.ts';
import { announced } from './announcing.ts';

/** How long words can be come upon by who reads the window through, in milliseconds: they are about what just happened. */
const STAYS = 8000;

/** Reads out what is announced. Each time it is another element, so that the same words are said again. */
export function Announcer() {
  const { id, text } = useStore(announced, (now) => now);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => announced.set((now) => (now.id === id ? { text: '' } : {})), STAYS);
    return () => clearTimeout(timer);
  }, [id, text]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {text !== '' && (
        <span key={id} dir="auto">
          {text}
        </span>
      )}
    </div>
  );
}
