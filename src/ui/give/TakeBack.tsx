import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IssuanceSummary } from '../../actions/pool';
import { marketplace } from '../../domain/marketplaces';
import { type Promotion, validity } from '../../domain/promotion';
import { showInstant } from '../../domain/time';
import { codes, shortTime, toWhom } from '../../words/format';
import type { ActActs } from '../promotion/promotion-model';
import { EditWhom } from './EditWhom';
import { SentOfLot } from './SentOfLot';

interface TakeBackProps {
  act: IssuanceSummary;
  /** What the act was stands right beside the button: only screen readers need it once more. */
  short?: boolean;
  asking: boolean;
  onAsk: () => void;
}

/** Asks for the way back from an act of giving out. */
export function TakeBack({ act, short = false, asking, onAsk }: TakeBackProps) {
  const what = `${codes(act.count)} given out${toWhom(act)}, ${shortTime(act.at)}`;
  return (
    <button
      type="button"
      class={`cc-button cc-small cc-quiet ${short ? '' : 'cc-undo'}`}
      aria-expanded={asking}
      onClick={onAsk}
      data-testid="undo-issue"
    >
      {short ? (
        <span>
          Take back<span class="cc-unseen"> {what}</span>
        </span>
      ) : (
        `Take back ${what}`
      )}
    </button>
  );
}

interface TakeBackAskProps {
  promotion: Promotion;
  act: IssuanceSummary;
  now: number;
  channels: readonly string[];
  acts: ActActs;
  onClose: () => void;
}

/** Asked before anything is taken back: a code that somebody may have seen must never go to somebody else. */
export function TakeBackAsk({ promotion, act, now, channels, acts, onClose }: TakeBackAskProps) {
  const [more, setMore] = useState<'some' | 'edit' | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const lot = act.out > 1;
  // A lot left this computer as a file: it is taken as seen unless said otherwise. For one code nothing is preset.
  useLayoutEffect(() => {
    const first = lot ? box.current?.querySelector<HTMLElement>('[data-testid="undo-seen"]') : box.current;
    first?.focus();
  }, []);
  const answer = (seen: 'none' | 'all' | readonly string[]) => {
    onClose();
    acts.takeBack(act.issuance, seen);
  };
  if (more === 'edit') {
    const done = (whom: Parameters<ActActs['edit']>[1]) => {
      onClose();
      acts.edit(act.issuance, whom);
    };
    return <EditWhom act={act} channels={channels} onSave={done} onCancel={() => setMore(null)} />;
  }
  return (
    <fieldset
      ref={box}
      class="cc-notice cc-notice-warning cc-ask cc-take-back"
      tabIndex={-1}
      data-testid="take-back"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <legend>
        <b>Could anyone have seen {lot ? `these ${codes(act.out)}` : 'this code'}?</b>
        <span class="cc-hint">
          Given out{toWhom(act)}, {shortTime(act.at)}
        </span>
      </legend>
      <div class="cc-answer">
        <button
          type="button"
          class={`cc-button cc-small ${lot ? 'cc-primary' : ''}`}
          data-testid="undo-seen"
          onClick={() => answer('all')}
        >
          Yes, cancel {lot ? 'them' : 'it'}
        </button>
        <span class="cc-hint">Never given out here again; {stillWorks(promotion, now)}.</span>
      </div>
      {lot && (
        <div class="cc-answer">
          <button
            type="button"
            class="cc-button cc-small"
            data-testid="undo-some"
            aria-expanded={more === 'some'}
            onClick={() => setMore(more === 'some' ? null : 'some')}
          >
            Some
          </button>
          <span class="cc-hint">Name those that were sent. They are canceled; the rest goes back.</span>
        </div>
      )}
      {more === 'some' && <SentOfLot act={act} acts={acts} onDone={answer} />}
      <div class="cc-answer">
        <button
          type="button"
          class="cc-button cc-small"
          data-testid="undo-unseen"
          onClick={() => answer('none')}
        >
          No, put {lot ? 'them' : 'it'} back
        </button>
        <span class="cc-hint">
          {lot ? 'They go' : 'It goes'} to the end of the line and can go to someone else.
        </span>
      </div>
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-small cc-quiet"
          data-testid="edit-issue"
          onClick={() => setMore('edit')}
        >
          Only the name is wrong: edit
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onClose}>
          Cancel
        </button>
      </div>
    </fieldset>
  );
}

function stillWorks(promotion: Promotion, now: number): string {
  const { end, marketplace: store } = promotion;
  if (validity(promotion, now) === 'ended') return 'the promotion has ended on Amazon';
  if (end === null) return 'still works on Amazon until the promotion ends';
  const zone = store ? marketplace(store).timeZone : undefined;
  return `still works on Amazon until ${showInstant(Date.parse(end), zone, now)}`;
}
