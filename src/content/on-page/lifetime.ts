import { browser } from '../../platform/native';
import { say } from '../../words/say';

const takeOver = 'claimcheck-takes-over';

/**
 * The time in which this copy of the content script may act. It ends when a newer copy starts. When the
 * extension is updated under an open page, the old copy stays but can't reach the extension any more.
 */
export function beginLifetime(): AbortSignal {
  const life = new AbortController();
  // What is said once the extension is gone can't be asked for any more by then.
  for (const sentence of ['updated', 'updatedNote'] as const) say(sentence);
  // Copies of before listen at the document.
  EventTarget.prototype.dispatchEvent.call(document, new CustomEvent(takeOver, { bubbles: true }));
  // A page can send this too; a copy that still reaches the extension was not taken over by anyone.
  window.addEventListener(takeOver, () => isConnected() || life.abort(), { signal: life.signal });
  return life.signal;
}

/** False once the extension was updated, reloaded or removed underneath this page. */
export function isConnected(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    // Firefox throws where Chromium says undefined; both mean the same.
    return false;
  }
}
