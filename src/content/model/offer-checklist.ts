import type { Checklist } from '../../domain/checks';
import type { Reading } from '../../domain/reading';
import { say } from '../../words/say';

/** The one check an offer page can answer: its max order quantity as the page loaded it, never as typed. */
export function offerChecklist(
  reading: Reading<number | null>,
  label: string,
  limit: number,
  typed: boolean,
): Checklist {
  const base = {
    id: 'max-order-quantity',
    severity: 'blocker',
    label: label || say('label_max_order_quantity'),
    confirmed: null,
    accepted: '',
    acceptable: false,
    unset: false,
    after: null,
    target: reading.target,
    note: '',
    reason: null,
    should: limit === 1 ? '1' : say('orFewer', limit),
    why: say('whyOffer'),
  } as const;
  const none = { notApplicable: [], fixed: [] };
  if (reading.kind === 'unread') {
    const have = say(reading.reason === 'ambiguous' ? 'several' : 'openOfferTab');
    return { ...none, results: [{ ...base, state: 'unreadable', reason: reading.reason, have }] };
  }
  const { unverified, label: word, signals } = reading.evidence;
  const shown = signals.includes('shown') ? ({ shown: true } as const) : {};
  if (unverified) {
    const have = say('guessedLimit', label || word, reading.value ?? say('nothing'));
    return { ...none, results: [{ ...base, state: 'unreadable', reason: 'language', have }] };
  }
  const fits = reading.value !== null && reading.value >= 1 && reading.value <= limit;
  if (typed) {
    return {
      ...none,
      results: [
        {
          ...base,
          ...shown,
          state: fits ? 'confirm' : 'fail',
          have: say('typed', reading.value ?? say('nothing')),
          should: fits ? '' : base.should,
          note: say('saveFirst'),
        },
      ],
    };
  }
  if (reading.value === null)
    return {
      ...none,
      results: [{ ...base, ...shown, state: 'fail', have: say('noLimit') }],
    };
  return {
    ...none,
    results: [
      {
        ...base,
        ...shown,
        state: fits ? 'pass' : 'fail',
        have: say('perOrder', reading.value),
        should: fits ? '' : base.should,
      },
    ],
  };
}
