import { render } from 'preact';
import { type Checklist, judge, tally, wordKey } from '../domain/checks';
import { send } from '../messaging/send';
import type { CodeGroup } from '../page/claim-codes-page';
import { isOurs, type PageReading, readPage } from '../page/read-page';
import { browser } from '../platform/native';
import { defaultSettings, loadSettings, onSettingsChange, type Settings } from '../platform/settings';
import { captureGroup } from './capture';
import { beginLifetime, isConnected } from './lifetime';
import { nextStep } from './next-step';
import { offerChecklist } from './offer-checklist';
import { createHost, type OverlayHost } from './overlay/host';
import type { OverlayActions, OverlayModel } from './overlay/model';
import { Overlay } from './overlay/Overlay';
import { pointAt } from './point-at';
import {
  confirmationKey,
  loadConfirmations,
  loadConfirmedWords,
  loadFolded,
  saveConfirmation,
  saveConfirmedWords,
  saveFolded,
  Touched,
} from './session';
import { trackingIdOwner } from './tracking-id';
import { watch } from './watch';

type Capture = { busy: boolean; done: boolean; message: string };

/** Reads the page, judges it and shows what came of it, again and again until the page goes. */
export function start(): void {
  const signal = beginLifetime();
  let host: OverlayHost | null = null;
  let url = '';
  let reading: PageReading | null = null;
  let checklist: Checklist | null = null;
  let openedAt = Date.now();
  let touched = new Touched();
  let settings: Settings = defaultSettings;
  let confirmations: Record<string, string> = {};
  let confirmedWords: ReadonlySet<string> = new Set();
  let folded = false;
  let offerTouched = false;
  let seen = '';
  let captures = new Map<string, Capture>();

  const watching = watch(readAgain, signal);
  watching.add([document]);
  const owner = trackingIdOwner(readAgain);

  function readAgain(): void {
    if (location.href !== url) arrive();
    host?.keepAttached();
    if (!isOurs(new URL(url))) return;
    reading = readPage(document, new URL(url));
    watching.add(reading.inventory.roots);
    checklist = checklistOf(reading);
    if (checklist) touched.see(checklist.results);
    rememberPromotion(reading);
    draw();
  }

  /** In-page navigation: another page begins. */
  function arrive(): void {
    const before = url;
    url = location.href;
    if (
      before !== '' &&
      new URL(before).pathname === location.pathname &&
      new URL(before).search === location.search
    )
      return;
    openedAt = Date.now();
    touched = new Touched();
    offerTouched = false;
    captures = new Map();
    if (!isOurs(new URL(url))) {
      host?.remove();
      host = null;
    }
  }

  function checklistOf(page: PageReading): Checklist | null {
    if (page.maxOrderQuantity)
      return offerChecklist(page.maxOrderQuantity, settings.maxOrderQuantity, offerTouched);
    if (!page.form) return null;
    const { readings, kind } = page.form;
    if (page.page !== 'create') touched.addAll();
    const judged = judge(readings, {
      page: page.page,
      kind,
      marketplace: page.store.marketplace,
      limits: settings,
      openedAt,
      now: Date.now(),
      trackingIdUsedBy: owner.of(readings.trackingId, page),
      maxOrderQuantityConfirmed: confirmations[confirmationKey(page)] ?? null,
      confirmedWords,
    });
    return page.languageKnown ? judged : inUnknownLanguage(judged);
  }

  function draw(): void {
    if (!reading || (reading.page === 'other' && !checklist)) {
      host?.remove();
      host = null;
      return;
    }
    host ??= createHost();
    const model: OverlayModel = {
      page: reading.page,
      folded,
      connected: isConnected(),
      store: reading.store.marketplace ? `${reading.store.marketplace.name} store` : 'Store not read',
      account: reading.store.account ?? '',
      languageKnown: reading.languageKnown,
      checklist,
      tally: tally(checklist?.results ?? []),
      isQuiet: (result) => result.state === 'fail' && result.unset && !touched.has(result.id),
      groups: reading.groups,
      captures,
      nextStep: nextStep(reading),
    };
    render(<Overlay model={model} actions={actions} />, host.root);
    host.keepClearOf(reading.buttons);
  }

  function elementOf(target: number | null): HTMLElement | null {
    return target === null ? null : (reading?.inventory.controls[target]?.el ?? null);
  }

  async function capture(group: CodeGroup): Promise<void> {
    if (!reading) return;
    captures.set(group.name, { busy: true, done: false, message: '' });
    draw();
    const result = await captureGroup(group, reading).catch((error: unknown) => ({
      done: false,
      message: `Capture failed (${error instanceof Error ? error.message : error}). Reload the page and try again.`,
    }));
    captures.set(group.name, { busy: false, ...result });
    draw();
  }

  const actions: OverlayActions = {
    fold(next) {
      folded = next;
      void saveFolded(next);
      draw();
    },
    show(target) {
      const el = elementOf(target);
      if (el && host) pointAt(el, host.root, signal);
    },
    async confirm(id, yes) {
      if (!reading) return;
      const words = checklist?.results.find((result) => result.id === id)?.unverified;
      if (words) confirmedWords = await saveConfirmedWords(words.map((word) => wordKey(id, word)));
      else
        confirmations = await saveConfirmation(
          confirmationKey(reading),
          yes ? new Date().toISOString() : null,
        );
      readAgain();
    },
    capture: (group) => void capture(group),
    openSettings: () =>
      void send((message) => browser.runtime.sendMessage(message), 'workspace/open', { route: 'settings' }),
  };

  /** Which control the seller was in, and whether Review was pressed. */
  function notice(event: Event): void {
    if (!event.isTrusted || !reading) return;
    const path = event.composedPath();
    if (event.type === 'click') {
      if (reading.reviewButtons.some((button) => path.includes(button))) touched.addAll();
      return;
    }
    const offer = elementOf(reading.maxOrderQuantity?.target ?? null);
    if (offer && path.includes(offer)) offerTouched = true;
    for (const { id, target } of checklist?.results ?? []) {
      const el = elementOf(target);
      if (el && path.includes(el)) touched.add(id);
    }
  }
  for (const event of ['input', 'change', 'click'] as const)
    document.addEventListener(event, notice, { capture: true, passive: true, signal });

  let framed = false;
  function moved(): void {
    if (framed) return;
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      if (reading) host?.keepClearOf(reading.buttons);
    });
  }
  document.addEventListener('scroll', moved, { capture: true, passive: true, signal });
  window.addEventListener('resize', moved, { passive: true, signal });
  signal.addEventListener('abort', () => host?.remove());

  signal.addEventListener(
    'abort',
    onSettingsChange((next) => {
      settings = next;
      readAgain();
    }),
  );
  readAgain();
  void Promise.all([loadSettings(), loadConfirmations(), loadFolded(), loadConfirmedWords()]).then(
    (loaded) => {
      [settings, confirmations, folded, confirmedWords] = loaded;
      readAgain();
    },
  );

  function rememberPromotion({ shown, page }: PageReading): void {
    if (!shown || page !== 'view' || !isConnected()) return;
    const text = JSON.stringify(shown);
    if (text === seen) return;
    seen = text;
    void send((message) => browser.runtime.sendMessage(message), 'promotion/seen', shown);
  }
}

/** Every line of a page in a language we have no words for, whatever single ids may tell. */
function inUnknownLanguage(checklist: Checklist): Checklist {
  return {
    ...checklist,
    results: checklist.results.map((result) =>
      result.state === 'confirm'
        ? result
        : {
            ...result,
            state: 'unreadable',
            reason: 'language',
            have: 'Not read',
            should: '',
            note: '',
            unset: false,
          },
    ),
  };
}
