import type { DeskPool, IssuanceSummary, ListedPerson, OneCode } from '../pool';

/** One act of giving out; of a list, `only` what this code's person got. Null where there is none. */
export async function actOf(
  pool: DeskPool,
  issuance: string,
  only: OneCode | undefined,
): Promise<IssuanceSummary | null> {
  const act = await pool.getIssuance(issuance);
  if (!only || !act) return act;
  // All went to the same: the code alone, as an act of its own.
  if (act.people === 0 && act.count > 1) return { ...act, count: 1, out: 1, returned: 0, redeemed: 0 };
  if (act.people === 0) return act;
  const person = (await pool.listPeople(issuance)).find(
    ({ place }) => place.batch === only.batch && place.from === only.from,
  );
  return person ? partOf(act, person) : null;
}

/** What one person of a list got, as an act of its own. */
export function partOf(
  act: IssuanceSummary,
  { to, handle, channel, note, code, state, used }: ListedPerson,
): IssuanceSummary {
  const out = state === 'issued' ? 1 : 0;
  const returned = state === 'returned' ? 1 : 0;
  const redeemed = used ? 1 : 0;
  const whom = { to: to || handle, channel, note };
  return { ...act, ...whom, count: 1, people: 0, firstCode: code, out, returned, redeemed };
}
