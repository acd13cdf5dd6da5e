import type { CheckId } from '../../domain/checks';
import {
  type Description,
  isSameTaught,
  type Taught,
  type Teachable,
  taughtIn,
  taughtKey,
  taughtOn,
  teachableOf,
} from '../../domain/taught';
import { send } from '../../messaging/send';
import { hasAttr, topOf } from '../../page/dom/dom';
import { controlAt, describe } from '../../page/locate/taught';
import type { PageReading } from '../../page/read-page';
import { browser } from '../../platform/native';
import { isRecord } from '../../stored/local';
import { say } from '../../words/say';
import { listen } from './ears';
import { isConnected } from './lifetime';

/** What the overlay says while the seller points, and after; `id` is null when it is over. */
export interface Pointing {
  readonly id: CheckId | null;
  readonly text: string;
}

const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'keydown',
] as const;
const ticks: readonly Teachable[] = ['onePerCustomer', 'detailPage'];
const choices: readonly Teachable[] = ['claimCode', 'combinability', 'appliesTo'];
const amounts: readonly Teachable[] = ['discount', 'minimum'];

/**
 * Lets the seller point at a control that wasn't found. Its one press is kept from the page, whose
 * control stays as it is; what describes the control is stored by the background. Must be made before
 * anything else that listens to presses. `look` reads the page afresh and draws.
 */
export function createTeacher(look: () => PageReading | null, signal: AbortSignal) {
  let pointing: Pointing | null = null;
  let all: readonly Taught[] = [];

  function tell(id: CheckId | null, text: string): void {
    pointing = { id, text };
    look();
  }

  async function ask(added: Taught | null): Promise<void> {
    if (!isConnected()) return;
    const channel = (message: unknown) => browser.runtime.sendMessage(message);
    const reply = added
      ? await send(channel, 'taught/add', added as never)
      : await send(channel, 'taught/all', {});
    if (!reply.ok) throw new Error(reply.message);
    // Nothing shown before or now: what was read stands.
    if (all.length + reply.value.length === 0) return;
    all = reply.value;
    look();
  }

  function heard(event: Event): void {
    const id = pointing?.id;
    if (!id || !event.isTrusted) return;
    const path = event.composedPath();
    const key = event instanceof KeyboardEvent ? event.key : null;
    const ours = path.some((el) => el instanceof Element && hasAttr(el, 'data-claimcheck-overlay'));
    if (key !== 'Escape' && (ours || (key !== null && key !== 'Enter'))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === 'Escape') stop();
    else if (event.type === 'click' || key === 'Enter') take(id, path);
  }

  function take(id: CheckId, path: readonly EventTarget[]): void {
    const page = look();
    const setting = teachableOf(id);
    const control = page && controlAt(page.inventory, path);
    if (!page || !setting || !control || !fitsSetting(setting, control.role)) {
      tell(id, say('pointOther'));
      return;
    }
    const description = describe(page.inventory, control, page.store.account);
    if (description) void keep(page, setting, description);
    else tell(id, say('pointNameless'));
  }

  async function keep(page: PageReading, setting: Teachable, description: Description): Promise<void> {
    pointing = null;
    const at = new Date().toISOString();
    const language = taughtIn(topOf(document).lang);
    try {
      await ask({ page: taughtOn(page.page), language, setting, at, description });
      tell(null, say('pointKept'));
    } catch (error) {
      tell(null, say('pointFailed', error instanceof Error ? error.message : String(error)));
    }
  }

  function stop(): void {
    pointing = null;
    look();
  }

  listen(presses, heard, signal, { passive: false });

  const changed = (changes: Record<string, { newValue?: unknown }>) => {
    if (!(taughtKey in changes)) return;
    forget(changes[taughtKey]?.newValue);
    refresh();
  };
  /** What was forgotten counts no more from this moment on, whenever the background answers. */
  function forget(stored: unknown): void {
    const left: readonly unknown[] = Array.isArray(stored) ? stored : [];
    const known = all.filter((each) =>
      left.some((other) => isRecord(other) && isSameTaught(each, other as never)),
    );
    if (known.length === all.length) return;
    all = known;
    look();
  }

  /** A background that stopped just now is asked once more. */
  function refresh(triesLeft = 1): void {
    ask(null).catch((error) => {
      if (triesLeft > 0) refresh(triesLeft - 1);
      else console.warn('Claimcheck could not get what was shown:', error);
    });
  }
  browser.storage.onChanged.addListener(changed);
  signal.addEventListener('abort', () => isConnected() && browser.storage.onChanged.removeListener(changed));
  refresh();

  return {
    get all() {
      return all;
    },
    get pointing() {
      return pointing;
    },
    begin(id: CheckId, label: string) {
      tell(id, say('pointNow', label));
    },
    stop,
    /** Another page begins. */
    reset() {
      pointing = null;
    },
  };
}

/** Whether a control of this kind can hold the setting. */
function fitsSetting(setting: Teachable, role: Description['role'] | 'action'): boolean {
  if (ticks.includes(setting)) return role === 'checkbox';
  if (choices.includes(setting)) return role === 'radio' || role === 'select';
  if (setting === 'productSelection') return role === 'select';
  return role === 'text' || (amounts.includes(setting) && role === 'select');
}
