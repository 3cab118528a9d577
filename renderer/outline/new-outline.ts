import type { Outline } from '../../main/contract/index.ts';
import type { Client } from '../client/index.ts';
import { t } from '../i18n/index.ts';
import { tellFailure } from '../messages/index.ts';
import { doDeed, failureOf, go } from '../state/index.ts';

let fresh: string | null = null;

/** Makes an outline and opens it with its title selected. Answers it, or null where it could not be made. */
export async function newOutline(client: Client): Promise<Outline | null> {
  try {
    const outline = await doDeed(client, 'outlines.create', { title: t('outline.untitled') });
    fresh = outline.id;
    go({ view: 'outline', outlineId: outline.id });
    return outline;
  } catch (error) {
    tellFailure(failureOf(error));
    return null;
  }
}

/** Says once whether an outline was made just now. */
export function takeFreshOutline(id: string): boolean {
  const is = fresh === id;
  if (is) fresh = null;
  return is;
}
