import { say } from '../../platform/i18n';
import type { Pointing as State } from '../teach';
import type { OverlayActions } from './model';

/** What to do while the seller shows a control, and what came of it. */
export function Pointing({ state, actions }: { state: State; actions: OverlayActions }) {
  return (
    <p class="banner" data-pointing={state.id ?? ''}>
      {state.text}{' '}
      {state.id && (
        <button type="button" class="link" onClick={(event) => event.isTrusted && actions.teach(null, '')}>
          {say('pointStop')}
        </button>
      )}
    </p>
  );
}
