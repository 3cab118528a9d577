import { formatFor } from './formats.ts';

/** A whole number with the language's grouping. */
export function formatNumber(value: number): string {
  return formatFor(Intl.NumberFormat, {}).format(value);
}

/** `23 Nov 2026` */
export function formatDate(iso: string): string {
  return formatFor(Intl.DateTimeFormat, { dateStyle: 'medium' }).format(new Date(iso));
}

/** `09:12` today, otherwise date and time. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  const today = moment.toDateString() === now.toDateString();
  return today ? formatFor(Intl.DateTimeFormat, { timeStyle: 'short' }).format(moment) : formatDateTime(iso);
}

/** `23 Nov 2026, 09:12`, today too: for what is read on another day. */
export function formatDateTime(iso: string): string {
  return formatFor(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** `2 min. ago`, `yesterday`; beyond a week the date. */
export function formatAgo(iso: string, now: Date = new Date()): string {
  const seconds = Math.round((new Date(iso).getTime() - now.getTime()) / 1000);
  const relative = formatFor(Intl.RelativeTimeFormat, { numeric: 'auto', style: 'short' });
  if (seconds > -60) return relative.format(0, 'second');
  if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (seconds > -86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  if (seconds > -604_800) return relative.format(Math.round(seconds / 86_400), 'day');
  return formatDate(iso);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `4.2 MB` */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return formatFor(Intl.NumberFormat, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

/** `Stalin, Kamenev and Zinoviev` */
export function formatList(items: readonly string[]): string {
  return formatFor(Intl.ListFormat, { style: 'long', type: 'conjunction' }).format(items);
}
