import type { Node } from 'prosemirror-model';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { useQuery } from '../../state/index.ts';
import { nodes, quotationAttributes } from '../editor/nodes.ts';
import { quotationState } from '../editor/views/quotation-view.ts';
import { follow } from '../follow.ts';
import { useEditor } from '../page/use-editor.ts';
import type { NoteSession } from '../session/note-session.ts';

/** The quotations of the note in the order of its text; each leads to its passage. */
export function NoteQuotations({ session }: { session: NoteSession }) {
  const doc = useEditor(session, (state) => state.doc);
  const found: { pos: number; node: Node }[] = [];
  doc.descendants((node, pos) => {
    if (node.type === nodes.quotation) found.push({ pos, node });
    return !node.isTextblock;
  });
  if (found.length === 0) return <p className="panel-empty">{t('notes.noQuotations')}</p>;
  return (
    <ul className="panel-cards">
      {found.map(({ pos, node }) => (
        <li key={pos}>
          <QuotationCard node={node} />
        </li>
      ))}
    </ul>
  );
}

function QuotationCard({ node }: { node: Node }) {
  const client = useClient();
  const { highlightId, text, sourceTitle, locator, colour } = quotationAttributes(node);
  const { data, failure } = useQuery('highlights.get', { id: highlightId });
  const state = data === undefined && !failure ? 'true' : quotationState(node, failure ? null : (data ?? null));
  return (
    <button
      type="button"
      className="note-card quotation-card"
      data-colour={data?.colour ?? colour}
      onClick={() => follow(client, node)}
    >
      <q dir="auto">{text}</q>
      <small>
        {data?.sourceTitle ?? sourceTitle}, {locator}
      </small>
      {state !== 'true' && <small className="quotation-remark">{t(`notes.quotation.${state}`)}</small>}
    </button>
  );
}
