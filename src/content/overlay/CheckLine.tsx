import { Component } from 'preact';
import type { CheckResult } from '../../domain/checks';
import { teachableOf } from '../../domain/taught';
import { day } from '../../words/format';
import { say } from '../../words/say';
import type { OverlayActions } from '../model/overlay-model';
import { Accept } from './Accept';
import { Products } from './Products';
import { Values } from './parts/Values';
import { bySeller } from './root/gate';

interface Props {
  readonly result: CheckResult;
  readonly quiet: boolean;
  readonly open: boolean;
  /** Nothing on the page could be shown. */
  readonly onSummary: boolean;
  /** The offer page itself will show what was saved: nobody's word is needed. */
  readonly onOffer: boolean;
  readonly actions: OverlayActions;
}

/** One check: Amazon's label, what stands there and what should, the reason, and the way to the control. */
export class CheckLine extends Component<Props, { readonly opened: boolean | null }> {
  override state = { opened: null };

  override render(
    { result, quiet, open, onSummary, onOffer, actions }: Props,
    { opened }: { readonly opened: boolean | null },
  ) {
    const shown = opened ?? open;
    const why = `why-${result.id}`;
    const { id, state, target, confirmed } = result;
    return (
      <li
        data-check={id}
        data-state={state}
        data-severity={result.severity}
        {...(result.reason ? { 'data-reason': result.reason } : {})}
        {...(confirmed ? { 'data-confirmed': confirmed } : {})}
        {...(result.accepted ? { 'data-accepted': result.accepted } : {})}
        {...(quiet ? { 'data-quiet': '' } : {})}
      >
        <span class="sign" aria-hidden="true" />
        <button
          type="button"
          class="label"
          aria-expanded={shown}
          aria-controls={why}
          onClick={bySeller(() => this.setState({ opened: !shown }))}
        >
          <span class="unseen">{quiet ? say('notSet') : say(`state_${state}`)}: </span>
          {result.label}
        </button>
        {target !== null && (
          <button
            type="button"
            class="small"
            aria-label={say('showWhat', result.label)}
            aria-description={say('showBack')}
            onClick={bySeller(() => actions.show(target))}
          >
            {say('show')}
          </button>
        )}
        <div class="line">
          <Values have={result.have} should={result.should} />
          <div id={why} hidden={!shown}>
            <p class="why">{result.why}</p>
            {result.note !== '' && <p class="why">{result.note}</p>}
          </div>
          {result.acceptable && <Accept actions={actions} />}
          {result.unverified && (
            <p class="why">{say('foundBy', result.unverified.map((word) => `“${word}”`).join(', '))}</p>
          )}
          {result.shown && <p class="why">{say('youShowed')}</p>}
          {!onSummary && canShow(result) && (
            <button
              type="button"
              class="small"
              data-teach
              aria-label={say('teachWhat', result.label)}
              onClick={bySeller(() => actions.teach(id, result.label))}
            >
              {say('teach')}
            </button>
          )}
          {state === 'confirm' && !onOffer && <Confirm result={result} actions={actions} />}
          {id === 'max-order-quantity' && result.confirmed === null && result.target === null && (
            <Products actions={actions} />
          )}
        </div>
      </li>
    );
  }
}

/** Not found, or one of several: the seller can point at it. */
function canShow({ id, reason, after }: CheckResult): boolean {
  return (reason === 'not-found' || reason === 'ambiguous') && after === null && teachableOf(id) !== null;
}

function Confirm({ result, actions }: { result: CheckResult; actions: OverlayActions }) {
  const { confirmed, id, accepted } = result;
  if (confirmed === null) {
    return (
      <button type="button" class="small" data-weighty onClick={bySeller(() => actions.confirm(id, true))}>
        {say(result.unverified ? 'checkedWord' : 'checkedSet')}
      </button>
    );
  }
  const date = day(confirmed);
  return (
    <p class="why">
      {accepted ? say('acceptedOn', date, accepted) : say('confirmedOn', date)}{' '}
      <button
        type="button"
        class="link"
        onClick={bySeller(() => (accepted ? actions.accept('') : actions.confirm(id, false)))}
      >
        {say('takeBack')}
      </button>
    </p>
  );
}
