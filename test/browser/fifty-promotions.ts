const products = ['Garlic Press', 'Onion Chopper', 'Kitchen Scale', 'Herb Scissors', 'Salad Spinner'];
const channels = ['Instagram', 'TikTok', 'Newsletter', 'Facebook', 'YouTube'];

export const nameOf = (n: number) => `${products[n % 5]} ${channels[n % 5]} ${n}`;
export const codeOf = (n: number, i: number) =>
  `7GM3-${String(n).padStart(6, 'K')}-${String(i).padStart(6, 'W')}`;

/** A history of fifty promotions; the first ten have ended, and the 37th has sixty codes left, the others five. */
export function fiftyPromotions(given = 0): string {
  const lines = [
    'code,state,promotion,tracking_id,batch,issued_at,issued_to,channel,redeemed_at,order_id,note,marketplace,valid_until,issued_by',
  ];
  for (let n = 1; n <= 50; n++) {
    const end = n <= 10 ? '2020-01-31T23:59:00Z' : '2099-01-31T23:59:00Z';
    for (let i = 0; i < (n === 37 ? 60 : 5); i++) {
      const out =
        i < given ? `issued,${nameOf(n)},TRACK-${n},lot,2025-11-05T10:00:00Z,Anna Blum,Instagram` : null;
      lines.push(`${codeOf(n, i)},${out ?? `available,${nameOf(n)},TRACK-${n},lot,,,`},,,,US,${end},`);
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}
