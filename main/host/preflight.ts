/** The oldest Node that better-sqlite3 runs on; an older one crashes in it without a word. */
const OLDEST = [22, 14] as const;

/** The sentence to end with when this Node is too old, or undefined when it will do. */
export function nodeTooOld(version: string = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return enough ? undefined : `Lectern needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.`;
}

/** Ends the process with one sentence when its Node is too old. Called by every entry before it loads anything else. */
export function requireNode(): void {
  const sentence = nodeTooOld();
  if (sentence === undefined) return;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
