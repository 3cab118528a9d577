import { type ComponentType, useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/index.ts';
import { createStore, type Store, useStore } from '../store/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { dropHeldKeys, holdKeys } from './held-keys.ts';
import { EmptyState } from './surfaces.tsx';

type Bring<P> = () => Promise<ComponentType<P>>;

/** A part of the window's program. */
interface Part<P> {
  /** Null until it is here. */
  readonly component: ComponentType<P> | null;
  readonly failed: boolean;
}

/**
 * A region of the window whose program is fetched when it is first shown: who only reads does without the memory of all the others. Until it
 * is here nothing is seen, and after a moment that something is on its way; keys pressed meanwhile are typed where the keyboard is then. Where it cannot be
 * fetched the region says so and offers to try again. Once fetched it is drawn at once.
 */
export function fetchedRegion<P extends object>(bring: Bring<P>): ComponentType<P> {
  const part = createPart<P>();
  return function FetchedRegion(props: P) {
    const { component: Component, failed } = usePart(part, bring, 10_000);
    if (Component) return <Component {...props} />;
    if (!failed) {
      return (
        <p aria-busy="true" className="on-its-way">
          {t('ui.loading')}
        </p>
      );
    }
    return (
      <div role="alert" className="region-failed">
        <EmptyState title={t('ui.partFailed')} actions={<WaysOut part={part} />}>
          {t('ui.partFailedText')}
        </EmptyState>
      </div>
    );
  };
}

/** A dialog whose program is fetched as that of a `fetchedRegion`. `Esc` ends the waiting too, and what was typed for it is for nobody else. */
export function fetchedDialog<P extends { readonly onClose: () => void }>(bring: Bring<P>): ComponentType<P> {
  const part = createPart<P>();
  return function FetchedDialog(props: P) {
    const { component: Component, failed } = usePart(part, bring, null);
    const { onClose } = props;
    const isWaiting = !Component && !failed;
    useEffect(() => {
      if (!isWaiting) return;
      const leave = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        dropHeldKeys();
        onClose();
      };
      window.addEventListener('keydown', leave, { capture: true });
      return () => window.removeEventListener('keydown', leave, { capture: true });
    }, [isWaiting, onClose]);
    if (Component) return <Component {...props} />;
    if (!failed) {
      return (
        <p role="status" aria-busy="true" className="on-its-way afloat">
          {t('ui.loading')}
        </p>
      );
    }
    return (
      <Dialog
        title={t('ui.partFailed')}
        role="alertdialog"
        size="small"
        onClose={onClose}
        actions={<WaysOut part={part} />}
      >
        <p>{t('ui.partFailedText')}</p>
      </Dialog>
    );
  };
}

function createPart<P>(): Store<Part<P>> {
  return createStore<Part<P>>({ component: null, failed: false });
}

/** @param patience as of `holdKeys` */
function usePart<P extends object>(part: Store<Part<P>>, bring: Bring<P>, patience: number | null): Part<P> {
  const now = useStore(part, (all) => all);
  const isWaiting = !now.component && !now.failed;
  const release = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    if (!isWaiting) return;
    release.current = holdKeys(undefined, patience);
    bring().then(
      (component) => part.set({ component }),
      () => part.set({ failed: true }),
    );
  }, [part, bring, patience, isWaiting]);
  useEffect(() => {
    // Comes after the effects of what is shown: the keyboard is there by then. A field takes one key after the other only when
    // React is done with drawing.
    if (!isWaiting) queueMicrotask(() => release.current?.());
  }, [isWaiting]);
  useEffect(
    () => () => {
      release.current?.();
      // Whoever comes back tries again.
      part.set({ failed: false });
    },
    [part],
  );
  return now;
}

function WaysOut<P>({ part }: { part: Store<Part<P>> }) {
  return (
    <>
      <Button onPress={() => window.location.reload()}>{t('frame.reload')}</Button>
      <Button look="primary" onPress={() => part.set({ failed: false })}>
        {t('ui.tryAgain')}
      </Button>
    </>
  );
}
