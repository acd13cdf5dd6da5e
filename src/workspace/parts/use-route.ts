import { useLayoutEffect, useState } from 'preact/hooks';
import { type Route, routeOf } from './route';

/** The route of the address, followed as it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  // Before anything is drawn that leads elsewhere: a change of the address that nobody hears is lost.
  useLayoutEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
