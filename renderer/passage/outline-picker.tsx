import { useState } from 'react';
import type { OutlineItem, OutlineSummary } from '../../main/contract/index.ts';
import { useClient } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { place, useQuery, useStore } from '../state/index.ts';
import { Picker, type PickerItem } from '../ui/index.ts';
import { addToOutline, createOutline } from './deeds.ts';
import type { Target } from './target.ts';

/** Chooses where in an outline a passage goes: the outline used last comes first, with its headings below it. */
export function OutlinePicker({ target, onClose }: { target: Target; onClose: () => void }) {
  const client = useClient();
  const [query, setQuery] = useState('');
  const last = useStore(place, (now) => now.outlineId);
  const known = useQuery('outlines.list', {}).data;
  const outlines = known ?? [];
  const current = outlines.find(({ id }) => id === last) ?? outlines[0];
  const tree = useQuery('outlines.get', current ? { id: current.id } : null);
  const headings = tree.data?.tree ?? [];

  const add = ({ id, title }: { readonly id: string; readonly title: string }, parentId: string | null) => {
    place.set({ outlineId: id });
    void addToOutline(client, target, { id, title, parentId });
  };
  const take = (outline: OutlineSummary, parentId: string | null) => {
    onClose();
    add(outline, parentId);
  };
  const create = async (title: string) => {
    // Closed at once, so that a second Enter makes no second outline.
    onClose();
    const id = await createOutline(client, title);
    if (id !== null) add({ id, title }, null);
  };

  const places = [
    ...(current ? [{ outline: current, heading: null }] : []),
    ...headings.flatMap((item) => (current && item.kind === 'heading' ? [{ outline: current, heading: item }] : [])),
    ...outlines.flatMap((outline) => (outline.id === current?.id ? [] : [{ outline, heading: null }])),
  ];
  const items = places.map(({ outline, heading }): PickerItem & { readonly take: () => void } => ({
    id: heading?.id ?? outline.id,
    name: heading?.text || outline.title,
    detail: heading
      ? [outline.title, ...above(headings, heading)].join(' › ')
      : t('passage.outlineSize', { count: outline.items }),
    take: () => take(outline, heading?.id ?? null),
  }));
  const wanted = query.trim().toLocaleLowerCase();

  return (
    <Picker
      title={t('passage.outlinePicker')}
      query={query}
      onQuery={setQuery}
      isBehind={known === undefined || tree.loading}
      items={items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))}
      onTake={(id) => items.find((item) => item.id === id)?.take()}
      onCreate={(title) => void create(title)}
      onClose={onClose}
      placeholder={t('passage.outlineHint')}
    />
  );
}

/** Texts of the headings above an item, from the top. */
function above(tree: readonly OutlineItem[], item: OutlineItem): readonly string[] {
  const parent = tree.find(({ id }) => id === item.parentId);
  return parent ? [...above(tree, parent), parent.text] : [];
}
