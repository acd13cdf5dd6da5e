import { say } from '../../words/say';
import type { OverlayActions } from '../model/overlay-model';
import type { Pointing as State } from '../on-page/teach';
import { bySeller } from './root/gate';

/** What to do while the seller shows a control, and what came of it. */
export function Pointing({ state, actions }: { state: State; actions: OverlayActions }) {
  return (
    <p class="banner" data-pointing={state.id ?? ''}>
      {state.text}{' '}
      {state.id && (
        <button type="button" class="link" onClick={bySeller(() => actions.teach(null, ''))}>
          {say('pointStop')}
        </button>
      )}
    </p>
  );
}
