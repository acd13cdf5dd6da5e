import { say } from '../../platform/i18n';
import { Fold } from './Fold';
import type { OverlayActions } from './model';

/** A multi-use code is right for some deals: the seller says why, and it stops nothing any more. */
export function Accept({ actions }: { actions: OverlayActions }) {
  return (
    <Fold title={say('meant')} class="accept">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const given = event.currentTarget.querySelector('input')?.value.trim();
          if (event.isTrusted && given) actions.accept(given);
        }}
      >
        <input
          required
          maxLength={200}
          aria-label={say('meantWhy')}
          placeholder={say('meantExample')}
          autoComplete="off"
        />
        <button type="submit" class="small" data-accept>
          {say('accept')}
        </button>
      </form>
    </Fold>
  );
}
