import { Component, type ReactNode } from 'react';
import { t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { EmptyState } from './surfaces.tsx';

interface Props {
  readonly children: ReactNode;
  /** When this changes the region is tried again by itself, for instance the view's name. */
  readonly resetKey?: string;
}

/** Keeps a fault in one region from taking the window along. React asks for a class here. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className="region-failed">
        <EmptyState
          title={t('ui.regionFailed')}
          actions={<Button onPress={() => this.setState({ failed: false })}>{t('ui.tryAgain')}</Button>}
        >
          {t('ui.regionFailedText')}
        </EmptyState>
      </div>
    );
  }
}
