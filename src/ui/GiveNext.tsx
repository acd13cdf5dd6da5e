import { useRef, useState } from 'preact/hooks';
import { type Promotion, validity } from '../domain/promotion';
import type { Whom } from './promotion-model';
import { WhomFields } from './WhomFields';

interface GiveNextProps {
  promotion: Promotion;
  left: number;
  now: number;
  channels: readonly string[];
  onGive: (whom: Whom) => Promise<boolean>;
}

/** The main act: to whom, and the big button. Enter in a field gives out as well. */
export function GiveNext({ promotion, left, now, channels, onGive }: GiveNextProps) {
  const [whom, setWhom] = useState<Whom>({ to: '', channel: '' });
  // What stands in the fields now, also where a click follows the typing before the next render.
  const typed = useRef(whom);
  const type = (next: Whom) => {
    typed.current = next;
    setWhom(next);
  };
  async function give() {
    // The next code is for somebody else; a name is kept only where nothing was given out.
    const asked = typed.current;
    type({ ...asked, to: '' });
    const given = await onGive(asked);
    if (!given && !typed.current.to) type({ ...typed.current, to: asked.to });
  }
  return (
    <form
      class="cc-give"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      onKeyDown={(event) => {
        // A key held down must not empty the list.
        if (event.key === 'Enter' && event.repeat) event.preventDefault();
      }}
    >
      <WhomFields name="give" whom={whom} channels={channels} onInput={type} />
      <button
        type="submit"
        class={`cc-button cc-big ${validity(promotion, now) === 'ended' ? '' : 'cc-primary'}`}
        disabled={left === 0}
        data-testid="issue-next"
        onClick={(event) => {
          // The second half of a double click is no second wish.
          if (event.detail > 1) event.preventDefault();
        }}
      >
        {buttonWords(promotion, left, now)}
      </button>
    </form>
  );
}

function buttonWords(promotion: Promotion, left: number, now: number): string {
  if (left === 0) return 'No codes left';
  const store = promotion.marketplace ? `${promotion.marketplace} code` : 'code';
  const state = validity(promotion, now);
  if (state === 'ended') return 'Give out anyway: ended, won’t work';
  if (state === 'not-started') return `Give out next ${store} · not working yet`;
  return `Give out next ${store}`;
}
