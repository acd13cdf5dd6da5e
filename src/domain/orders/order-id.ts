/**
 * An Amazon order id, `111-2222222-3333333`, as two whole numbers below 2³²: a million of them fit into 8 MB, and
 * they sort as the texts do.
 */
export interface OrderKey {
  readonly hi: number;
  readonly lo: number;
}

const shape = /^(\d{3})-(\d{7})-(\d{7})$/;

/** The key of three parts: 3, 7, and 7 digits. */
export function orderKey(a: number, b: number, c: number): OrderKey {
  return { hi: a * 4_194_304 + (b >>> 2), lo: (b & 3) * 16_777_216 + c };
}

/** The order that a text names, blanks and quotes around it aside; null for anything else. */
export function readOrderId(text: string): OrderKey | null {
  const found = shape.exec(text.trim());
  return found && orderKey(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** The order id as Amazon writes it. */
export function orderIdOf({ hi, lo }: OrderKey): string {
  const b = (hi % 4_194_304) * 4 + Math.floor(lo / 16_777_216);
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(Math.floor(hi / 4_194_304), 3)}-${digits(b, 7)}-${digits(lo % 16_777_216, 7)}`;
}
