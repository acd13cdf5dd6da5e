import type { Checklist } from '../domain/checks';
import type { Reading } from '../domain/reading';

/** The one check an offer page can answer: its max order quantity as the page loaded it, never as typed. */
export function offerChecklist(reading: Reading<number | null>, limit: number, typed: boolean): Checklist {
  const base = {
    id: 'max-order-quantity',
    severity: 'blocker',
    label: 'Max Order Quantity',
    confirmed: null,
    accepted: '',
    acceptable: false,
    unset: false,
    after: null,
    target: reading.target,
    note: '',
    reason: null,
    should: `${limit} or fewer`,
    why: 'A single-use code works on a whole cart. Only this limit keeps one code from taking 500 units. Each variation has its own.',
  } as const;
  const none = { notApplicable: [], fixed: [] };
  if (reading.kind === 'unread') {
    const have =
      reading.reason === 'ambiguous'
        ? 'Found more than one'
        : 'Not found; open the Offer tab and show all attributes';
    return { ...none, results: [{ ...base, state: 'unreadable', reason: reading.reason, have }] };
  }
  const { unverified, label } = reading.evidence;
  if (unverified) {
    const have = `“${label}” says ${reading.value ?? 'nothing'}, but nobody has confirmed what that label means`;
    return { ...none, results: [{ ...base, state: 'unreadable', reason: 'language', have }] };
  }
  if (typed) {
    return {
      ...none,
      results: [
        {
          ...base,
          state: 'confirm',
          have: `Typed: ${reading.value ?? 'nothing'}`,
          note: 'Save, then open this page again: it counts once Amazon shows it.',
        },
      ],
    };
  }
  if (reading.value === null)
    return {
      ...none,
      results: [{ ...base, state: 'fail', have: 'No limit: one code can take your whole stock' }],
    };
  const fits = reading.value >= 1 && reading.value <= limit;
  return {
    ...none,
    results: [
      {
        ...base,
        state: fits ? 'pass' : 'fail',
        have: `${reading.value} per order`,
        should: fits ? '' : base.should,
      },
    ],
  };
}
