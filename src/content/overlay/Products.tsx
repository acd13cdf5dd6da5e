import { say } from '../../platform/i18n';
import { Fold } from './Fold';
import type { OverlayActions } from './model';

/** The form shows only a selection's name: the seller says once which products are in it. */
export function Products({ actions }: { actions: OverlayActions }) {
  return (
    <Fold title={say('paste')} class="accept">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted)
            actions.listProducts(event.currentTarget.querySelector('textarea')?.value ?? '');
        }}
      >
        <textarea rows={3} aria-label={say('pasteWhat')} placeholder={say('pasteHow')} />
        <button type="submit" class="small" data-products>
          {say('compare')}
        </button>
      </form>
      <p class="why">{say('pasteNote')}</p>
    </Fold>
  );
}
