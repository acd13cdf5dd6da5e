import type { pageKindOfUrl } from '../../page/site/page-kind';
import { sentUnheld } from '../../stored/sent-unheld';
import { isConnected } from './lifetime';

/** The page that follows a press comes within this time. */
const followsWithin = 60_000;

/** Notes that this page sent its form although the press was held, or before it could be. */
export function noteEscape(): void {
  if (isConnected()) void sentUnheld.write(Date.now());
}

/**
 * Whether the page before this one did; told once, and only where a form that was sent leads: one that the seller
 * left by another way was not sent.
 */
export async function escapedBefore(page: ReturnType<typeof pageKindOfUrl>): Promise<boolean> {
  if (page !== 'review' && page !== 'submitted') return false;
  const at = await sentUnheld.read();
  if (at === null) return false;
  await sentUnheld.remove();
  return Date.now() - at < followsWithin;
}
