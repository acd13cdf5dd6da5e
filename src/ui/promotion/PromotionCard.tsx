import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { IssuanceSummary, PromotionWithCounts } from '../../actions/pool';
import { givesOut, validity } from '../../domain/promotion';
import { say } from '../../words/say';
import { CountExported } from '../give/CountExported';
import { GiveHere } from '../give/GiveHere';
import { useGivingStopped } from '../give/giving-stopped';
import { IssuedCode } from '../give/IssuedCode';
import { MarkUsedForm } from '../give/MarkUsedForm';
import { SamePerson } from '../give/SamePerson';
import { SeveralForm } from '../give/SeveralForm';
import { TakeBack, TakeBackAsk } from '../give/TakeBack';
import { TakenOffline } from '../give/TakenOffline';
import { Told } from '../parts/Told';
import { AtStake } from './AtStake';
import { CountsBar, CountsLine, counted, TotalCount } from './Counts';
import { NewDates } from './NewDates';
import { NotCaptured } from './NotCaptured';
import { OverNotice } from './OverNotice';
import { type CardActs, type CardState, nameOf } from './promotion-model';
import { Validity } from './Validity';

interface PromotionCardProps extends PromotionWithCounts {
  state: CardState;
  acts: CardActs;
  now: number;
  /** Where the promotion's own page is; absent on that page. */
  pageHref?: string;
  /** The page says elsewhere that its codes are missing. */
  missingTold?: boolean;
  /** Takes the focus when it appears, since it replaced the row that had it. */
  takesFocus?: boolean;
  /** What else the promotion can cost, as only its own page knows. */
  costsBeside?: ComponentChildren;
}

/** A promotion with its numbers and everything that can be done to it. */
export function PromotionCard({
  promotion,
  counts,
  state,
  acts,
  now,
  pageHref,
  missingTold = false,
  takesFocus = false,
  costsBeside,
}: PromotionCardProps) {
  const [panel, setPanel] = useState<'several' | 'used' | null>(null);
  // The person named again is served: the fields begin anew.
  const [answered, setAnswered] = useState(0);
  const [asked, setAsked] = useState<IssuanceSummary | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const toggle = (name: 'several' | 'used') => setPanel(panel === name ? null : name);
  const tools = useRef<HTMLDivElement>(null);
  const close = () => {
    // Back to the button that opened the form.
    tools.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setPanel(null);
  };
  const none = counts.total === 0;
  const stopped = !givesOut(promotion);
  // The form above says why.
  const disabled = useGivingStopped() !== null;
  const given = state.again ? null : state.given;
  // What was used in an order can't be taken back.
  const undoable = state.undoable?.redeemed === 0 ? state.undoable : null;
  const undoesGiven = given !== null && undoable?.issuance === given.issuance;
  // What is asked about stays the act that was named, whatever is given out meanwhile.
  const ask = () => setAsked(asked ? null : undoable);
  return (
    <article
      class={`cc-card ${pageHref ? '' : 'cc-card-page'}`}
      aria-label={nameOf(promotion)}
      data-promotion={nameOf(promotion)}
    >
      <div class="cc-card-part">
        {pageHref && (
          <header class="cc-card-head">
            <h2 ref={heading} class="cc-card-name" tabIndex={-1}>
              <a href={pageHref}>{nameOf(promotion)}</a>
            </h2>
            {promotion.percentOff !== null && (
              <span class="cc-tag">{say('percent', promotion.percentOff)}</span>
            )}
            <span class="cc-tag">{promotion.marketplace ?? say('cardStoreNotKnown')}</span>
          </header>
        )}
        <p class="cc-left">
          <span data-count="available" data-value={counts.available}>
            {counted('countLeft', counts.available)}
          </span>
          <TotalCount counts={counts} />
        </p>
        <NewDates promotion={promotion} now={now} onSettle={acts.settleDates} />
        {promotion.givingEnded !== null && (
          <OverNotice promotion={promotion} counts={counts} now={now} onGoOn={() => acts.setOver(false)} />
        )}
        {none && !missingTold && <NotCaptured promotion={promotion} />}
        {!stopped && (
          <GiveHere
            key={answered}
            takesFocus={answered > 0}
            promotion={promotion}
            counts={counts}
            now={now}
            channels={state.channels}
            onGive={acts.giveNext}
          />
        )}
        {state.again && !stopped && (
          <SamePerson
            promotion={promotion}
            now={now}
            asked={state.again}
            onCopyEarlier={() => {
              setAnswered(answered + 1);
              acts.copyEarlier();
            }}
            onAnother={() => {
              setAnswered(answered + 1);
              if (state.again) acts.giveAnother(state.again.whom);
            }}
            onLeave={acts.leaveQuestion}
          />
        )}
        <IssuedCode
          given={given}
          undoable={undoesGiven ? undoable : null}
          onCopy={acts.copyAgain}
          onCopyMessage={acts.copyMessage}
          asking={asked !== null}
          onAsk={ask}
        />
        {undoable && !undoesGiven && <TakeBack act={undoable} asking={asked !== null} onAsk={ask} />}
        {asked && (
          <TakeBackAsk
            key={asked.issuance}
            promotion={promotion}
            act={asked}
            now={now}
            channels={state.channels}
            acts={acts}
            onClose={() => setAsked(null)}
          />
        )}
        {state.busy && (
          <p class="cc-hint" role="status">
            {state.busy}
          </p>
        )}
        <Told told={state.notice} />
        {state.offer && (
          <CountExported
            count={state.offer.count}
            channels={state.channels}
            onGiveOut={acts.giveOutExported}
          />
        )}
        <TakenOffline promotion={promotion} counts={counts} />
      </div>
      <div class="cc-standing">
        {!none && <CountsBar counts={counts} />}
        <CountsLine counts={counts} withoutTotal />
        <Validity promotion={promotion} now={now} href={pageHref && `${pageHref}/setup`} />
        <AtStake
          promotion={promotion}
          counts={counts}
          orderLimit={state.orderLimit}
          beside={costsBeside}
          folded={pageHref !== undefined}
          now={now}
          onTick={acts.setTick}
        />
      </div>
      <div class="cc-card-part">
        {!none && (
          <div ref={tools} class="cc-tools">
            {!stopped && (
              <Tool
                name="give-out-several"
                open={panel === 'several'}
                disabled={disabled}
                onClick={() => toggle('several')}
              >
                {say('toolSeveral')}
              </Tool>
            )}
            {!stopped && (
              <Tool name="give-list" disabled={disabled} onClick={acts.giveList}>
                {say('toolList')}
              </Tool>
            )}
            <Tool name="mark-used" open={panel === 'used'} onClick={() => toggle('used')}>
              {say('markUsed')}
            </Tool>
            <Tool name="export-unissued" onClick={acts.exportUnissued}>
              {say('toolExportLeft')}
            </Tool>
            <Tool name="export-history" onClick={acts.exportHistory}>
              {say('toolExportHistory')}
            </Tool>
            {!stopped && validity(promotion, now) !== 'ended' && (
              <Tool name="give-away-over" quiet onClick={() => acts.setOver(true)}>
                {say('toolOver')}
              </Tool>
            )}
          </div>
        )}
        {panel === 'several' && !stopped && !disabled && (
          <SeveralForm
            left={counts.available}
            promotion={promotion}
            channels={state.channels}
            platforms={state.platforms}
            onCancel={close}
            onGive={(count, to, format) => {
              close();
              acts.giveSeveral(count, to, format);
            }}
          />
        )}
        {panel === 'used' && (
          <MarkUsedForm
            key={state.given?.code}
            code={state.given?.code ?? ''}
            onCancel={close}
            onMark={(code, order) => {
              close();
              acts.markUsed(code, order);
            }}
          />
        )}
      </div>
    </article>
  );
}

interface ToolProps {
  name: string;
  /** Set where the button opens a form. */
  open?: boolean;
  /** Pressed once in a promotion's life: it doesn't stand out. */
  quiet?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: string;
}

function Tool({ name, open, quiet = false, disabled = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      class={`cc-button cc-small${quiet ? ' cc-quiet' : ''}`}
      data-testid={name}
      aria-expanded={open}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
