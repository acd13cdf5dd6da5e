import { type FormReadings, readValue, sureValue } from '../reading';
import { called, type Rule, type Severity, unread } from './check';

/** Blocker unless the promotion surely has single-use codes. */
function unlessSingleUse(readings: FormReadings): Severity {
  return sureValue(readings.claimCode) === 'single-use' ? 'warning' : 'blocker';
}

export const claimCodeSingleUse: Rule = {
  id: 'claim-code-single-use',
  setting: 'claimCode',
  whyNames: 'group',
  severity: () => 'blocker',
  judge({ claimCode }, context) {
    const { groupAccepted, say } = context;
    const single = called('singleUse', context);
    const group = called('group', context);
    if (claimCode.kind !== 'read') return unread(claimCode, say);
    switch (claimCode.value) {
      case 'single-use':
        return { state: 'pass', have: single };
      case 'group':
        // Taken on purpose is not the same as right: never a pass.
        if (groupAccepted) {
          return {
            state: 'confirm',
            have: say('groupMeant', group),
            note: say('groupRisk'),
            confirmed: groupAccepted.at,
            accepted: groupAccepted.reason,
          };
        }
        return {
          state: 'fail',
          have: say('multiUse', group),
          should: single,
          note: say('groupRisk'),
          acceptable: true,
        };
      case 'none':
        return {
          state: 'fail',
          have: called('none', context),
          should: single,
          unset: true,
          note: say('noneRisk'),
        };
      default:
        return { state: 'fail', have: say('notChosen'), should: single, unset: true };
    }
  },
};

export const onePerCustomer: Rule = {
  id: 'one-per-customer',
  setting: 'onePerCustomer',
  severity: (readings, { kind }) => (kind === 'social' ? 'blocker' : unlessSingleUse(readings)),
  judge({ onePerCustomer: reading, claimCode }, { say }) {
    const kind = readValue(claimCode);
    if (reading.kind !== 'read') {
      if (kind === 'none' || kind === 'unset') {
        return {
          state: 'unreadable',
          have: say('notShown'),
          reason: 'folded',
          after: 'claim-code-single-use',
          note: say('needsCode'),
        };
      }
      return unread(reading, say);
    }
    return reading.value
      ? { state: 'pass', have: say('ticked') }
      : { state: 'fail', have: say('notTicked'), should: say('ticked'), note: say('tickedAtFirst') };
  },
};

export const combinability: Rule = {
  id: 'combinability',
  setting: 'combinability',
  whyNames: 'unrestricted',
  severity: () => 'blocker',
  judge({ combinability: reading, claimCode }, context) {
    const { say } = context;
    const stacking = say('stacking');
    const kind = readValue(claimCode);
    if (reading.kind !== 'read') {
      if (kind === 'none' || kind === 'unset') {
        return {
          state: 'unreadable',
          have: say('notShown'),
          reason: 'folded',
          after: 'claim-code-single-use',
          note: stacking,
        };
      }
      return unread(reading, say, stacking);
    }
    const { chosen, exclusiveOffered } = reading.value;
    const exclusive = called('exclusive', context);
    const preferential = called('preferential', context);
    switch (chosen) {
      case 'exclusive':
        return { state: 'pass', have: exclusive, note: stacking };
      case 'preferential':
        return {
          state: 'pass',
          have: preferential,
          note: exclusiveOffered ? say('stricter', stacking, exclusive) : stacking,
        };
      case 'unrestricted':
        return {
          state: 'fail',
          have: called('unrestricted', context),
          should: exclusiveOffered ? say('notUnrestricted', exclusive, preferential) : preferential,
          note: stacking,
        };
      default:
        return {
          state: 'fail',
          have: say('notChosen'),
          should: exclusiveOffered ? exclusive : preferential,
          unset: true,
          note: stacking,
        };
    }
  },
};

export const detailPageHidden: Rule = {
  id: 'detail-page-hidden',
  setting: 'detailPage',
  severity: unlessSingleUse,
  judge({ detailPage }, { say }) {
    if (detailPage.kind !== 'read') return unread(detailPage, say, say('underMessaging'));
    return detailPage.value
      ? { state: 'fail', have: say('on'), should: say('off') }
      : { state: 'pass', have: say('off') };
  },
};
