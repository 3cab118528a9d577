import type { ExportChoices, ExportFormat } from '../../../main/contract/index.ts';
import type { Client } from '../../client/index.ts';
import { doDeed, useQuery } from '../../state/index.ts';

/** How an export is made, under a name. */
export interface ExportPreset {
  readonly name: string;
  readonly format: ExportFormat;
  readonly language: 'en' | 'nb';
  readonly choices: ExportChoices;
}

const KEY = 'export-presets';

/** The presets kept in the notebook's settings, by name. */
export function useExportPresets(): readonly ExportPreset[] {
  const { data } = useQuery('settings.get', { key: KEY });
  return Array.isArray(data?.value) ? data.value.filter(isPreset) : [];
}

/** Keeps a preset, in place of one with the same name. */
export function savePreset(client: Client, presets: readonly ExportPreset[], preset: ExportPreset): Promise<unknown> {
  const others = presets.filter(({ name }) => name !== preset.name);
  const value = [...others, preset].toSorted((a, b) => a.name.localeCompare(b.name));
  return doDeed(client, 'settings.set', { key: KEY, value });
}

export function removePreset(client: Client, presets: readonly ExportPreset[], name: string): Promise<unknown> {
  return doDeed(client, 'settings.set', { key: KEY, value: presets.filter((preset) => preset.name !== name) });
}

function isPreset(value: unknown): value is ExportPreset {
  return typeof value === 'object' && value !== null && 'name' in value && 'format' in value && 'choices' in value;
}
