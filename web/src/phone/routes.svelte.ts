/** Screens of the phone app. They live behind the #, so that a reload works without a network. */
export const SCREENS = ['today', 'review', 'end', 'find', 'me', 'sign-in', 'welcome', 'forgotten', 'care', 'propose', 'why'] as const;
/** A way in that shows nothing itself: where reminders lead. */
export const START = 'start';
export type Screen = (typeof SCREENS)[number];
export type Place = Screen | typeof START;

export interface Route {
  screen: Place;
  query: URLSearchParams;
}

/** The screen that a location's hash names; Today for anything else. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const screen = [...SCREENS, START].find((one) => one === path) as Place | undefined;
  return { screen: screen ?? 'today', query: new URLSearchParams(query) };
}

let current: Route = $state.raw(parseRoute(globalThis.location?.hash ?? ''));

globalThis.addEventListener?.('hashchange', () => {
  current = parseRoute(location.hash);
});

export function route(): Route {
  return current;
}

export function go(screen: Screen): void {
  location.hash = `#/${screen}`;
}

/** Goes on without a way back, for screens that are over. */
export function replaceWith(screen: Screen): void {
  history.replaceState(null, '', `#/${screen}`);
  current = parseRoute(location.hash);
}
