import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import { App } from './app.tsx';
import { connect } from './client/index.ts';
import { listenForShortcuts, runMenuCommand } from './commands/index.ts';
import { askBeforeLeaving, keepSession, openFromOutside, saveAll } from './session/index.ts';
import { createQueries } from './state/index.ts';
import { followFocus, listenForHeldKeys } from './ui/index.ts';

const { line, host } = connect();
const queries = createQueries(line);
keepSession(line, queries);
listenForHeldKeys();
listenForShortcuts();
followFocus();
// A desktop window has its shell wait for `onFlush` instead; a page that objects could not be closed there.
if (!window.lectern) askBeforeLeaving();
line.onCommand(runMenuCommand);
line.onFlush(() => saveAll(line));
line.onOpen((path) => void openFromOutside(line, path));

const root = document.getElementById('root');
if (root) createRoot(root).render(<App client={line} host={host} queries={queries} />);
