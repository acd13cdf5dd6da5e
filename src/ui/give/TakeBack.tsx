import { useState } from 'preact/hooks';
import type { IssuanceSummary } from '../../actions/pool';
import { timeZoneOf } from '../../domain/marketplaces';
import { type Promotion, validity } from '../../domain/promotion';
import { instant, sayWhom, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { AskBox } from '../parts/AskBox';
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
  const what = actWords(act);
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
          {say('takeBackShort')}
          <span class="cc-unseen"> {what}</span>
        </span>
      ) : (
        say('takeBackAct', { act: what })
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
  const lot = act.out > 1;
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
    // A lot left this computer as a file: it is taken as seen unless said otherwise. For one code nothing is preset.
    <AskBox
      testId="take-back"
      {...(lot ? { first: '[data-testid="undo-seen"]' } : {})}
      onCancel={onClose}
      legend={
        <>
          <b>{lot ? sayCount('takeBackAskLot', act.out) : say('takeBackAskOne')}</b>
          <span class="cc-hint">{givenOutWords(act)}</span>
        </>
      }
    >
      <div class="cc-answer">
        <button
          type="button"
          class={`cc-button cc-small ${lot ? 'cc-primary' : ''}`}
          data-testid="undo-seen"
          onClick={() => answer('all')}
        >
          {sayCount('takeBackYes', act.out)}
        </button>
        <span class="cc-hint">{neverWords(promotion, act.out, now)}</span>
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
            {say('takeBackSome')}
          </button>
          <span class="cc-hint">{say('takeBackSomeHow')}</span>
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
          {sayCount('takeBackNo', act.out)}
        </button>
        <span class="cc-hint">{sayCount('takeBackNoHow', act.out)}</span>
      </div>
      <div class="cc-row">
        {/* Whoever stands in a list is edited alone. */}
        {act.people === 0 && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet"
            data-testid="edit-issue"
            onClick={() => setMore('edit')}
          >
            {say('takeBackEdit')}
          </button>
        )}
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onClose}>
          {say('formCancel')}
        </button>
      </div>
    </AskBox>
  );
}

/** What was done, for the button that takes it back: "12 codes given out to Anna, 2:02 PM". */
function actWords({ count, at, ...given }: IssuanceSummary): string {
  const time = shortTime(at);
  return sayWhom(
    given,
    () => sayCount('takeBackWhat', count, { time }),
    (whom) => sayCount('takeBackWhatTo', count, { whom, time }),
    (channel) => sayCount('takeBackWhatThrough', count, { channel, time }),
  );
}

/** "Given out to Anna, 2:02 PM". */
export function givenOutWords({ at, ...given }: Pick<IssuanceSummary, 'to' | 'channel' | 'at'>): string {
  const time = shortTime(at);
  return sayWhom(
    given,
    () => say('givenOut', { time }),
    (whom) => say('givenOutTo', { whom, time }),
    (channel) => say('givenOutThrough', { channel, time }),
  );
}

/** What canceling means for whoever has seen the code. */
function neverWords(promotion: Promotion, codes: number, now: number): string {
  const { end, marketplace: store } = promotion;
  if (validity(promotion, now) === 'ended') return say('takeBackNeverEnded');
  if (end === null) return sayCount('takeBackNeverOpen', codes);
  const zone = timeZoneOf(store);
  return sayCount('takeBackNeverUntil', codes, { end: instant(Date.parse(end), zone, now) });
}
