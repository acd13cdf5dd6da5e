import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import { type Counts, type Promotion, validity } from '../../domain/promotion';
import { duration } from '../../words/format';
import { say } from '../../words/say';
import { OnAmazon } from '../parts/OnAmazon';
import { useGivingStopped } from './giving-stopped';
import { WhomFields } from './WhomFields';

/** A promotion that ends sooner than this is about to end: whoever gets a code hardly has the time to use it. */
const aboutToEnd = 24 * 60 * 60_000;

export interface GiveNextProps {
  promotion: Promotion;
  counts: Counts;
  now: number;
  channels: readonly string[];
  /** The focus comes here, since what had it is gone. */
  takesFocus: boolean;
  onGive: (whom: Whom) => Promise<boolean>;
}

/** The main act: to whom, and the big button. Enter in a field gives out as well. */
export function GiveNext({ promotion, counts, now, channels, takesFocus, onGive }: GiveNextProps) {
  const form = useRef<HTMLFormElement>(null);
  const stopped = useGivingStopped();
  const id = useId();
  useLayoutEffect(() => {
    if (takesFocus) form.current?.querySelector('input')?.focus();
  }, []);
  // Until the channel is touched it is the one that this promotion's last code went through, never another's.
  const [whom, setWhom] = useState<{ to: string; channel: string | null }>({ to: '', channel: null });
  // What stands in the fields now, also where a click follows the typing before the next render.
  const typed = useRef(whom);
  const channel = whom.channel ?? promotion.channel ?? '';
  const type = (next: { to: string; channel: string | null }) => {
    typed.current = next;
    setWhom(next);
  };
  async function give() {
    // The next code is for somebody else; a name is kept only where nothing was given out.
    const asked = typed.current;
    type({ ...asked, to: '' });
    const given = await onGive({ to: asked.to, channel: asked.channel ?? channel });
    if (!given && !typed.current.to) type({ ...typed.current, to: asked.to });
  }
  const left = counts.available;
  const { words, warning } =
    counts.total === 0 ? { words: say('giveNoneYet'), warning: null } : buttonWords(promotion, left, now);
  return (
    <form
      ref={form}
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
      {counts.total > 0 && (
        <WhomFields
          name="give"
          whom={{ to: whom.to, channel }}
          channels={channels}
          onInput={(next) =>
            type({ to: next.to, channel: next.channel === channel ? whom.channel : next.channel })
          }
        />
      )}
      <button
        type="submit"
        class={`cc-button cc-big ${warning === null ? 'cc-primary' : 'cc-warned'}`}
        disabled={left === 0 || stopped !== null}
        aria-describedby={stopped === null ? undefined : id}
        data-testid="issue-next"
        onClick={(event) => {
          // The second half of a double click is no second wish.
          if (event.detail > 1) event.preventDefault();
        }}
      >
        {words}
        {warning !== null && <small> {warning}</small>}
      </button>
      {stopped !== null && (
        <p id={id} class="cc-hint" data-testid="give-stopped">
          {stopped}
        </p>
      )}
      {left > 0 && stopped === null && counts.issued === 0 && <p class="cc-hint">{say('giveShownCopied')}</p>}
      {left === 0 && counts.total > 0 && validity(promotion, now) !== 'ended' && (
        <p class="cc-hint">
          {say('giveMoreCodes')}
          <OnAmazon promotion={promotion} />
        </p>
      )}
    </form>
  );
}

/** What the big button says, and what speaks against pressing it. */
export function buttonWords(
  promotion: Promotion,
  left: number,
  now: number,
): { words: string; warning: string | null } {
  if (left === 0) return { words: say('giveNoneLeft'), warning: null };
  const state = validity(promotion, now);
  const anyway = (warning: string) => ({ words: say('giveAnyway'), warning });
  if (state === 'ended') return anyway(say('giveWarnEnded'));
  if (state === 'not-started' && promotion.start)
    return anyway(say('giveWarnEarly', { duration: duration(Date.parse(promotion.start) - now) }));
  const remaining = promotion.end === null ? Number.POSITIVE_INFINITY : Date.parse(promotion.end) - now;
  if (remaining < aboutToEnd) return anyway(say('giveWarnSoon', { duration: duration(remaining) }));
  return {
    words: promotion.marketplace ? say('giveNextStore', { store: promotion.marketplace }) : say('giveNext'),
    warning: null,
  };
}
