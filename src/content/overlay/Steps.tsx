import { inKey } from '../../domain/checks';
import { type Guide, type GuideStep, guideSteps } from '../../domain/guide';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import type { OverlayActions } from '../model/overlay-model';
import { Fold } from './parts/Fold';
import { bySeller } from './root/gate';

/** Steps that the page's own sentence says nothing about. */
const how = {
  conditions: 'guideHow_conditions',
  scheduling: 'guideHow_scheduling',
  'claim-code': 'guideHow_claim_code',
  messaging: 'guideHow_messaging',
  'order-limit': 'guideHow_order_limit',
  try: 'guideHow_try',
} as const satisfies Partial<Record<GuideStep, SentenceKey>>;

interface Props {
  readonly guide: Guide;
  /** In two lines, where something wrong stands below: that comes first. */
  readonly brief: boolean;
  readonly actions: OverlayActions;
}

/** The way to single-use codes: the next step, and where it stands among all. */
export function Steps({ guide: { next, states }, brief, actions }: Props) {
  const words = how[next as keyof typeof how];
  return (
    <div class="guide" data-guide={next}>
      <p class="guide-head">
        <b>{say('guideAt', guideSteps.indexOf(next) + 1, guideSteps.length, nameOf(next))}</b>
        <button
          type="button"
          class="link"
          data-fold-guide
          aria-label={say('guideFold')}
          onClick={bySeller(() => actions.foldGuide(true))}
        >
          {say('guideHide')}
        </button>
      </p>
      <div class="track" aria-hidden="true">
        {guideSteps.map((step) => (
          <i key={step} data-step={step} data-is={states[step]} />
        ))}
      </div>
      {words && !brief && <p class="why">{say(words)}</p>}
      {!brief && (
        <Fold title={say('guideAll')} class="accept">
          <ol>
            {guideSteps.map((step) => (
              <li key={step} data-is={states[step]} aria-current={step === next && 'step'}>
                {nameOf(step)}
                {states[step] === 'done' && <span class="unseen"> {say('guideDone')}</span>}
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </div>
  );
}

function nameOf(step: GuideStep): string {
  return say(`guide_${inKey(step)}`);
}
