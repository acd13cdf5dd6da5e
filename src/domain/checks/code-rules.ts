import { type FormReadings, readValue, sureValue } from '../reading';
import { type Rule, type Severity, unread } from './check';

/** Blocker unless the promotion surely has single-use codes. */
function unlessSingleUse(readings: FormReadings): Severity {
  return sureValue(readings.claimCode) === 'single-use' ? 'warning' : 'blocker';
}

export const claimCodeSingleUse: Rule = {
  id: 'claim-code-single-use',
  reading: (readings) => readings.claimCode,
  severity: () => 'blocker',
  judge({ claimCode }, { groupAccepted, say }) {
    if (claimCode.kind !== 'read') return unread(claimCode, say);
    switch (claimCode.value) {
      case 'single-use':
        return { state: 'pass', have: say('single') };
      case 'group':
        // Taken on purpose is not the same as right: never a pass.
        if (groupAccepted) {
          return {
            state: 'confirm',
            have: say('groupMeant'),
            note: say('groupRisk'),
            confirmed: groupAccepted.at,
            accepted: groupAccepted.reason,
          };
        }
        return {
          state: 'fail',
          have: say('group'),
          should: say('single'),
          note: say('groupRisk'),
          acceptable: true,
        };
      case 'none':
        return {
          state: 'fail',
          have: say('none'),
          should: say('single'),
          unset: true,
          note: say('noneRisk'),
        };
      default:
        return { state: 'fail', have: say('notChosen'), should: say('single'), unset: true };
    }
  },
};

export const onePerCustomer: Rule = {
  id: 'one-per-customer',
  reading: (readings) => readings.onePerCustomer,
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
      : { state: 'fail', have: say('notTicked'), should: say('ticked') };
  },
};

export const combinability: Rule = {
  id: 'combinability',
  reading: (readings) => readings.combinability,
  severity: () => 'blocker',
  judge({ combinability: reading, claimCode }, { say }) {
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
    switch (chosen) {
      case 'exclusive':
        return { state: 'pass', have: say('exclusive'), note: stacking };
      case 'preferential':
        return {
          state: 'pass',
          have: say('preferential'),
          note: exclusiveOffered ? say('stricter', stacking) : stacking,
        };
      case 'unrestricted':
        return {
          state: 'fail',
          have: say('unrestricted'),
          should: say(exclusiveOffered ? 'notUnrestricted' : 'preferential'),
          note: stacking,
        };
      default:
        return {
          state: 'fail',
          have: say('notChosen'),
          should: say(exclusiveOffered ? 'exclusive' : 'preferential'),
          unset: true,
          note: stacking,
        };
    }
  },
};

export const detailPageHidden: Rule = {
  id: 'detail-page-hidden',
  reading: (readings) => readings.detailPage,
  severity: unlessSingleUse,
  judge({ detailPage }, { say }) {
    if (detailPage.kind !== 'read') return unread(detailPage, say, say('underMessaging'));
    return detailPage.value
      ? { state: 'fail', have: say('on'), should: say('off') }
      : { state: 'pass', have: say('off') };
  },
};
