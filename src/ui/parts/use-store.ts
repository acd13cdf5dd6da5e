import { useEffect, useState } from 'preact/hooks';

/** Anything with a state that can be followed. */
interface Followed<State> {
  readonly state: State;
  subscribe(listener: () => void): () => void;
}

/** The store's present state; the component renders again whenever it changes. */
export function useStore<State>(store: Followed<State>): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    // The store may have moved between the first render and now.
    setState(store.state);
    return store.subscribe(() => setState(store.state));
  }, [store]);
  return state;
}
