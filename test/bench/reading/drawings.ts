import { blockers, type Judged, type Outcome } from '../../drawings/judge.ts';

/** A setting of a style, whatever its language and values: `katal-two-roots start`. */
export const placeOf = ({ drawing, setting }: Judged): string => `${drawing.split('/')[0]} ${setting}`;

/** How many of each outcome. */
export function tally(judged: readonly Judged[]): Record<Outcome, number> {
  const sum: Record<Outcome, number> = { right: 0, unread: 0, wrong: 0, left: 0 };
  for (const { outcome } of judged) sum[outcome]++;
  return sum;
}

/** Prints how the drawings were read, per kind, the blockers apart; `detail` lists what was read wrong. */
export function printDrawings(judged: readonly Judged[], detail: boolean): void {
  const cells = (rows: readonly Judged[]) => {
    const { right, unread, wrong } = tally(rows);
    const share = (100 * right) / Math.max(1, right + unread + wrong);
    return `${share.toFixed(1).padStart(6)} % ${String(unread).padStart(5)} ${String(wrong).padStart(5)}`;
  };
  const line = (name: string, rows: readonly Judged[]) => {
    const blocking = rows.filter(({ setting }) => blockers.includes(setting));
    console.log(`  ${name.padEnd(30)}${cells(rows)}   |${blocking.length > 0 ? cells(blocking) : ''}`);
  };
  const count = new Set(judged.map(({ drawing }) => drawing)).size;
  console.log(`\n${count} drawings (right / unread / wrong; at the right the blockers)`);
  for (const family of new Set(judged.map((row) => row.family)))
    line(
      family,
      judged.filter((row) => row.family === family),
    );
  line(
    'all, English',
    judged.filter(({ language }) => language === 'en'),
  );
  line('all', judged);
  const wrong = judged.filter(({ outcome }) => outcome === 'wrong');
  if (detail)
    for (const { drawing, setting, truth, read, falseGreen } of wrong)
      console.log(
        `${drawing} ${setting}: ${read} for ${truth}${falseGreen ? ' (would be called fine)' : ''}`,
      );
  console.log(
    `\nWrong in drawings: ${wrong.length}, of which would be called fine: ${wrong.filter(({ falseGreen }) => falseGreen).length}.`,
  );
}
