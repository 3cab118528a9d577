import { I18nProvider } from 'react-aria-components';
import { type Client, ClientContext, type Host, HostContext } from './client/index.ts';
import { currentLocale, useLanguage } from './i18n/index.ts';
import { MessageArea } from './messages/index.ts';
import { Shell } from './shell/index.ts';
import { type Queries, QueriesContext } from './state/index.ts';
import { ErrorBoundary, FocusHome } from './ui/index.ts';

/** Everything the window shows. A change of language renders it all again. */
export function App({ client, host, queries }: { client: Client; host: Host; queries: Queries }) {
  useLanguage();
  return (
    <I18nProvider locale={currentLocale()}>
      <ClientContext value={client}>
        <HostContext value={host}>
          <QueriesContext value={queries}>
            <ErrorBoundary>
              <Shell />
            </ErrorBoundary>
            <MessageArea />
            <FocusHome />
          </QueriesContext>
        </HostContext>
      </ClientContext>
    </I18nProvider>
  );
}
