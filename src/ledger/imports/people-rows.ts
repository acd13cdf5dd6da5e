import { codeIdentity } from '../../domain/codes/claim-code';
import type { HistoryRow } from '../../domain/codes/code-file';
import type { SaidOf } from './forward';
import type { ImportPlan } from './plan-import';

/**
 * The plan of a list that says to whom its codes went, as the seller takes it: of each code that counts as given out,
 * a row that says to whom, where, and when. Any other plan as it is.
 */
export function withPeople(plan: ImportPlan, said: SaidOf): ImportPlan {
  const { people, codes } = plan.file;
  if (!people || plan.rows || said.kind === 'new') return plan;
  const sent = new Set(said.codes?.map(codeIdentity));
  const isOut = (code: string) => said.kind === 'given-out' || sent.has(codeIdentity(code));
  const rows = codes.map((code, i): HistoryRow => {
    const person = isOut(code) ? people[i] : null;
    const row = { ...nothing, code };
    if (!person) return row;
    const { to, channel, note, at: issuedAt } = person;
    return { ...row, state: 'issued', issuedTo: to || (said.to ?? ''), channel, note, issuedAt };
  });
  return { ...plan, rows };
}

const nothing: HistoryRow = {
  ...{ code: '', state: 'available', promotion: '', trackingId: '', batch: '', issuedAt: '', issuedTo: '' },
  ...{ channel: '', redeemedAt: '', orderId: '', note: '', marketplace: '', validUntil: '', issuedBy: '' },
};
