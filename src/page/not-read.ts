import type { UnreadReason } from '../domain/reading';
import type { Control } from './controls';

/** A reading that gave nothing; `control` is where the seller may look. */
export function notRead(
  reason: UnreadReason,
  control: Control | null | undefined,
): { readonly kind: 'unread'; readonly reason: UnreadReason; readonly target: number | null } {
  return { kind: 'unread', reason, target: control?.index ?? null };
}

/** What a text field or text area holds. */
export function valueIn({ el }: Control): string {
  return (el as HTMLInputElement | HTMLTextAreaElement).value;
}
