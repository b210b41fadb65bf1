import { routeOf, type Route } from './routes.ts';

let current = $state.raw<Route>(routeOf(location.hash));

addEventListener('hashchange', () => {
  current = routeOf(location.hash);
});

/** The route on the screen; reading it in a component redraws on a change. */
export function route(): Route {
  return current;
}

/** Opens an address such as `/sets/3`; with `replace` the back button passes over this step. */
export function go(path: string, replace = false): void {
  if (replace) location.replace(`#${path}`);
  else location.hash = path;
}
