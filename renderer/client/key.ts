const NAME = 'lectern-key';

/**
 * The key the loopback shell admits this window by, or null where there is none (under Electron, or when somebody opened
 * the bare address). It comes in the fragment of the printed address, which browsers send to nobody, is taken out of
 * the address bar at once, and is kept for this tab alone, so that reloading works; a cookie would be sent to whatever
 * else listens on another port of this machine.
 */
export function takeKey(): string | null {
  const given = /^#key=([A-Za-z0-9_-]+)$/.exec(window.location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(NAME);
  sessionStorage.setItem(NAME, given);
  history.replaceState(history.state, '', window.location.pathname + window.location.search);
  return given;
}

/** What `new WebSocket(url, …)` has to offer: the protocol, and the key in the one header a page can set there. */
export function socketProtocols(): string[] {
  const key = takeKey();
  return key === null ? ['lectern'] : ['lectern', key];
}

/** The header an upload has to carry. */
export function keyHeader(): Record<string, string> {
  const key = takeKey();
  return key === null ? {} : { authorization: `Bearer ${key}` };
}
