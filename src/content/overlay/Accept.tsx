import type { OverlayActions } from './model';

/** A multi-use code is right for some deals: the seller says why, and it stops nothing any more. */
export function Accept({ actions }: { actions: OverlayActions }) {
  return (
    <details class="accept">
      <summary>Meant to be multi-use?</summary>
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
          aria-label="Why a multi-use code is meant"
          placeholder="Why, e.g. influencer deal with Anna"
          autoComplete="off"
        />
        <button type="submit" class="small" data-accept>
          Accept it
        </button>
      </form>
    </details>
  );
}
