import { codeIdentity } from '../../domain/codes/claim-code';
import type { HistoryRow, ToldPerson } from '../../domain/codes/code-file';
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
  // A code that stands in the list twice is told by its first line, with the first person beside it.
  const named = new Map<string, ToldPerson>();
  for (const [i, code] of codes.entries()) {
    const [person, identity] = [people[i], codeIdentity(code) ?? code];
    if (person && !named.has(identity)) named.set(identity, person);
  }
  const rows = codes.map((code): HistoryRow => {
    const person = isOut(code) ? named.get(codeIdentity(code) ?? code) : null;
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
