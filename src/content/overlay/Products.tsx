import { say } from '../../words/say';
import type { OverlayActions } from '../model/overlay-model';
import { typedBeside } from './Accept';
import { Fold } from './parts/Fold';
import { bySeller } from './root/gate';

/** The form shows only a selection's name: the seller says once which products are in it. */
export function Products({ actions }: { actions: OverlayActions }) {
  return (
    <Fold title={say('paste')} class="accept">
      <div class="entry">
        <textarea rows={3} aria-label={say('pasteWhat')} placeholder={say('pasteHow')} />
        <button
          type="button"
          class="small"
          data-products
          onClick={bySeller(({ currentTarget }) => actions.listProducts(typedBeside(currentTarget)))}
        >
          {say('compare')}
        </button>
      </div>
      <p class="why">{say('pasteNote')}</p>
    </Fold>
  );
}
