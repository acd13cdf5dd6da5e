import type { FormReadings, UnreadReason } from '../../domain/reading';
import type { Control } from '../dom/controls';

/** A reading that gave nothing; `control` is where the seller may look. */
export function notRead(
  reason: UnreadReason,
  control: Control | null | undefined,
): { readonly kind: 'unread'; readonly reason: UnreadReason; readonly target: number | null } {
  return { kind: 'unread', reason, target: control?.index ?? null };
}

const ambiguous = notRead('ambiguous', null);

/** A form of which nothing can be told. */
export const nothingRead: FormReadings = {
  claimCode: ambiguous,
  discount: ambiguous,
  onePerCustomer: ambiguous,
  combinability: ambiguous,
  productSelection: ambiguous,
  detailPage: ambiguous,
  appliesTo: ambiguous,
  minimum: ambiguous,
  tiers: ambiguous,
  start: ambiguous,
  end: ambiguous,
  trackingId: ambiguous,
  internalDescription: ambiguous,
};

/** What a text field or text area holds. */
export function valueIn({ el }: Control): string {
  return (el as HTMLInputElement | HTMLTextAreaElement).value;
}
