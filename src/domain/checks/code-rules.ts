import { type FormReadings, readValue, sureValue } from '../reading';
import { type Rule, type Severity, unread } from './check';

const groupRisk =
  'A Group code is multi-use: one text that anyone can use, any number of times. Once it is posted somewhere, nothing limits how much of your stock goes at this discount.';

/** Blocker unless the promotion surely has single-use codes. */
function unlessSingleUse(readings: FormReadings): Severity {
  return sureValue(readings.claimCode) === 'single-use' ? 'warning' : 'blocker';
}

export const claimCodeSingleUse: Rule = {
  id: 'claim-code-single-use',
  label: 'Claim Code',
  why: 'A single-use code (••••-••••••-••••••, each different) works once, so a leaked one costs one order. A multi-use code is one short word for everybody. It can’t be changed after Submit.',
  reading: (readings) => readings.claimCode,
  severity: () => 'blocker',
  judge({ claimCode }, { groupAccepted }) {
    if (claimCode.kind !== 'read') return unread(claimCode);
    switch (claimCode.value) {
      case 'single-use':
        return { state: 'pass', have: 'Single-use' };
      case 'group':
        // Taken on purpose is not the same as right: never a pass.
        if (groupAccepted) {
          return {
            state: 'confirm',
            have: 'Group (multi-use), on purpose',
            note: groupRisk,
            confirmed: groupAccepted.at,
            accepted: groupAccepted.reason,
          };
        }
        return {
          state: 'fail',
          have: 'Group (multi-use)',
          should: 'Single-use',
          note: groupRisk,
          acceptable: true,
        };
      case 'none':
        return {
          state: 'fail',
          have: 'None',
          should: 'Single-use',
          unset: true,
          note: 'Without a claim code every shopper gets the discount, with nothing to hand out or count.',
        };
      default:
        return { state: 'fail', have: 'Nothing chosen', should: 'Single-use', unset: true };
    }
  },
};

export const onePerCustomer: Rule = {
  id: 'one-per-customer',
  label: 'One redemption per customer',
  why: 'Without it one person can use several codes, order after order.',
  reading: (readings) => readings.onePerCustomer,
  severity: (readings, { kind }) => (kind === 'social' ? 'blocker' : unlessSingleUse(readings)),
  judge({ onePerCustomer: reading, claimCode }) {
    const kind = readValue(claimCode);
    if (reading.kind !== 'read') {
      if (kind === 'none' || kind === 'unset') {
        return {
          state: 'unreadable',
          have: 'Not shown yet',
          reason: 'folded',
          after: 'claim-code-single-use',
          note: 'Amazon shows it once a claim code is chosen.',
        };
      }
      return unread(reading);
    }
    return reading.value
      ? { state: 'pass', have: 'Ticked' }
      : { state: 'fail', have: 'Not ticked', should: 'Ticked' };
  },
};

export const combinability: Rule = {
  id: 'combinability',
  label: 'Claim Code Combinability',
  why: 'With Unrestricted a shopper can put any number of your codes on one order: two codes of 50 % make 100 %.',
  reading: (readings) => readings.combinability,
  severity: () => 'blocker',
  judge({ combinability: reading, claimCode }) {
    const stacking = 'Coupons, sale prices and promotions without a code still add up with it.';
    const kind = readValue(claimCode);
    if (reading.kind !== 'read') {
      if (kind === 'none' || kind === 'unset') {
        return {
          state: 'unreadable',
          have: 'Not shown yet',
          reason: 'folded',
          after: 'claim-code-single-use',
          note: stacking,
        };
      }
      return unread(reading, stacking);
    }
    const { chosen, exclusiveOffered } = reading.value;
    switch (chosen) {
      case 'exclusive':
        return { state: 'pass', have: 'Exclusive', note: stacking };
      case 'preferential':
        return {
          state: 'pass',
          have: 'Preferential',
          note: exclusiveOffered ? `Exclusive is stricter and is offered here. ${stacking}` : stacking,
        };
      case 'unrestricted':
        return {
          state: 'fail',
          have: 'Unrestricted',
          should: exclusiveOffered ? 'Exclusive or Preferential' : 'Preferential',
          note: stacking,
        };
      default:
        return {
          state: 'fail',
          have: 'Nothing chosen',
          should: exclusiveOffered ? 'Exclusive' : 'Preferential',
          unset: true,
          note: stacking,
        };
    }
  },
};

export const detailPageHidden: Rule = {
  id: 'detail-page-hidden',
  label: 'Detail page display text',
  why: 'While it is on, the offer stands on the product page for every visitor.',
  reading: (readings) => readings.detailPage,
  severity: unlessSingleUse,
  judge({ detailPage }) {
    if (detailPage.kind !== 'read') return unread(detailPage, 'It is under Customize messaging.');
    return detailPage.value ? { state: 'fail', have: 'On', should: 'Off' } : { state: 'pass', have: 'Off' };
  },
};
