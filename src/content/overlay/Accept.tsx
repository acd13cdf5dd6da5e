import { say } from '../../words/say';
import type { OverlayActions } from '../model/overlay-model';
import { Fold } from './parts/Fold';
import { bySeller } from './root/gate';

/** The text of the field in the same part of the panel. */
export function typedBeside(el: Element): string {
  return el.parentElement?.querySelector<HTMLInputElement>('input, textarea')?.value.trim() ?? '';
}

/**
 * A multi-use code is right for some deals: the seller says why, and it stops nothing any more. No form: a page
 * could send one by script, and what comes of that looks like the seller's own press.
 */
export function Accept({ actions }: { actions: OverlayActions }) {
  function give(reason: string): void {
    if (reason !== '') actions.accept(reason);
  }
  return (
    <Fold title={say('meant')} class="accept">
      <div class="entry">
        <input
          required
          data-weighty
          maxLength={200}
          aria-label={say('meantWhy')}
          placeholder={say('meantExample')}
          autoComplete="off"
          onKeyDown={bySeller((event) => event.key === 'Enter' && give(event.currentTarget.value.trim()))}
        />
        <button
          type="button"
          class="small"
          data-accept
          data-weighty
          onClick={bySeller(({ currentTarget }) => give(typedBeside(currentTarget)))}
        >
          {say('accept')}
        </button>
      </div>
    </Fold>
  );
}
