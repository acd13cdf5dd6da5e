import { useState } from 'preact/hooks';
import type { OpenPanel } from '../platform/panel';
import { Notice } from '../ui/parts/Notice';
import { say } from '../words/say';

/** Moves from the popup, which closes at the next click elsewhere, into the panel, which stays. */
export function KeepOpen({ open }: { open: OpenPanel }) {
  const [refused, setRefused] = useState(false);
  return (
    <>
      <button
        type="button"
        class="cc-button cc-small keep-open"
        title={say('popupKeepOpenTitle')}
        data-testid="keep-open"
        onClick={() =>
          // Nothing may be awaited before: the browsers open a panel only in the click.
          void open().then(
            () => window.close(),
            (error: unknown) => {
              console.warn('The panel did not open:', error);
              setRefused(true);
            },
          )
        }
      >
        {say('popupKeepOpen')}
      </button>
      {refused && <Notice tone="problem" text={say('popupKeepOpenFailed')} />}
    </>
  );
}
