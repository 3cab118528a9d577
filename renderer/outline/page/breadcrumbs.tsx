import { ChevronRight } from 'lucide-react';
import { t } from '../../i18n/index.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { zoomTo } from '../model/zoom.ts';
import { pathTo, type Tree } from '../tree/tree.ts';
import './breadcrumbs.css';

/** The way from the whole outline to the branch that is shown; every station leads back there. */
export function Breadcrumbs(props: { model: OutlineModel; title: string; whole: Tree; root: string }) {
  const { model, title, whole, root } = props;
  const path = pathTo(whole, root);
  return (
    <nav className="breadcrumbs" aria-label={t('outline.path')}>
      <ol>
        <Station words={title} onGo={() => zoomTo(model, null)} />
        {path.slice(0, -1).map(({ id, text }) => (
          <Station key={id} words={text} onGo={() => zoomTo(model, id)} />
        ))}
        <li aria-current="location" dir="auto">
          {path.at(-1)?.text || t('outline.emptyHeading')}
        </li>
      </ol>
    </nav>
  );
}

function Station({ words, onGo }: { words: string; onGo: () => void }) {
  return (
    <li>
      <button type="button" dir="auto" onClick={onGo}>
        {words || t('outline.emptyHeading')}
      </button>
      <ChevronRight aria-hidden size={14} />
    </li>
  );
}
