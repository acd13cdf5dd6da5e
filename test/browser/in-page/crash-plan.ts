/**
 * What is done to a ledger that is killed: act r turns revision r into r + 1, so that the revision found
 * after a crash tells exactly what must be there and what must not.
 */
export type Act = 'import' | 'issue' | 'issue-many' | 'undo' | 'cancel' | 'restore';

const round: readonly Act[] = ['import', 'issue', 'issue-many', 'undo', 'cancel', 'restore', 'issue-many'];

export const importSize = 2500;
export const manySize = 700;
export const restoreSize = 1200;

/** What is migrated: so many codes, each block of them written so many times. */
export const migratedSize = 40_000;
export const turnsOfMigration = 12;

/** The act that starts from a revision. */
export function actAt(revision: number): Act {
  return round[revision % round.length] as Act;
}

/** The counts over all promotions once `revision` acts are done. */
export function countsAt(revision: number) {
  const counts = { total: 0, available: 0, held: 0, issued: 0, void: 0 };
  const move = (
    from: 'available' | 'issued' | null,
    to: 'available' | 'issued' | 'held' | 'void',
    n: number,
  ) => {
    if (from) counts[from] -= n;
    else counts.total += n;
    counts[to] += n;
  };
  for (let r = 0; r < revision; r++) {
    const act = actAt(r);
    if (act === 'import') move(null, 'available', importSize);
    else if (act === 'issue') move('available', 'issued', 1);
    else if (act === 'issue-many') move('available', 'issued', manySize);
    else if (act === 'undo') move('issued', 'available', manySize);
    else if (act === 'cancel') move('available', 'void', 1);
    else move(null, 'held', restoreSize);
  }
  return counts;
}
