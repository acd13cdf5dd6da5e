import type { OfferEvidence, OfferVerdict } from '../domain/checks';
import { isOver } from '../domain/promotion';
import { type Proof, unsafeNow } from '../domain/proof';
import { sameName } from '../domain/text/name-key';
import {
  addToInbox,
  bindProofs,
  type Db,
  knownPromotion,
  listPromotions,
  offersOfSelection,
  openLedger,
  type ShownSettings,
} from '../ledger';
import type { Handlers, Sender } from '../messaging/handle';
import type { Requests, SeenPromotion } from '../messaging/protocol';
import { type OtherLanguage, others } from '../page/labels/languages/others';
import { browser } from '../platform/browser';
import { saveConfirmation, saveConfirmedWords } from '../stored/confirmed';
import { draftsOf, forgetDrafts } from '../stored/drafts/drafts-of-promotion';
import { change } from '../stored/local';
import { taught, withTaught } from '../stored/taught';
import { say } from '../words/say';
import { keepDrafted, learnFromAmazon, rememberOffer, rememberProduct } from './learning';
import { openWorkspace } from './open-workspace';

/** A promotion on its own page. */
interface Met {
  readonly promotion: Requests['proof/bind']['promotion'];
  readonly store: Pick<Requests['proof/bind'], 'account' | 'marketplace'>;
  readonly shown?: ShownSettings;
}

/** What a form's page keeps as it is left may be there only after the page that follows was read, milliseconds. */
const draftsLate = 1000;

/** The answers to what content scripts ask. Each may be run again after the worker was stopped. */
export const handlers: Handlers = {
  async 'promotion/seen'(seen, sender) {
    if (sender.tab?.id !== undefined) await browser.storage.session.set({ [seenKey(sender.tab.id)]: seen });
    return null;
  },

  async 'promotion/over-here'({ amazonId }, sender) {
    const seen = await lastSeen(sender);
    return seen?.promotion.amazonId === amazonId && isOver(seen.status);
  },

  async 'inbox/add'({ base64, fileName, promotion, ...about }, sender) {
    const db = await openLedger();
    try {
      const known = merge(promotion, (await lastSeen(sender))?.promotion ?? null);
      const page = {
        account: about.account,
        marketplace: about.marketplace,
        amazonId: known?.amazonId ?? null,
        trackingId: known?.trackingId ?? null,
      };
      if ((await knownPromotion(db, page))?.elsewhere) throw new Error(say('captureElsewhere'));
      const bytes = base64 === null ? null : fromBase64(base64);
      const inboxId = await addToInbox(db, { ...about, name: fileName, bytes, promotion: known });
      await openWorkspace(`/inbox/${inboxId}`);
      return null;
    } finally {
      db.close();
    }
  },

  async 'tracking-id/owner'({ trackingId, marketplace, amazonId }) {
    const db = await openLedger();
    try {
      const owner = (await listPromotions(db)).find(
        ({ promotion }) =>
          promotion.trackingId != null &&
          sameName(promotion.trackingId, trackingId) &&
          (marketplace === null || promotion.marketplace === null || promotion.marketplace === marketplace) &&
          !(amazonId !== null && promotion.amazonIds.includes(amazonId)),
      );
      return { taken: owner !== undefined };
    } finally {
      db.close();
    }
  },

  async 'proof/bind'({ promotion, status, kind, lines, ...store }) {
    const { amazonId, trackingId } = promotion;
    await withLedger(async (db) => {
      const shown = { kind, name: promotion.name ?? '', lines };
      const proof = await bindDrafts(db, { promotion, store, shown });
      const { start, end } = promotion;
      const unsafe = proof && lines.length > 0 ? unsafeNow(proof).length : null;
      await learnFromAmazon(db, {
        ...store,
        shown: [{ amazonId, trackingId, status, start, end, unsafe }],
      });
    });
    await new Promise((resolve) => setTimeout(resolve, draftsLate));
    if ((await draftsOf({ ...store, amazonId, trackingId })).size > 0)
      await withLedger((db) => bindDrafts(db, { promotion, store }));
    return null;
  },

  'list/seen': ({ promotions, ...store }) =>
    withLedger(async (db) => {
      await learnFromAmazon(db, { ...store, shown: promotions });
      return null;
    }),

  'offer/seen': (offer) =>
    withLedger(async (db) => {
      await rememberOffer(db, offer);
      return null;
    }),

  'product/seen': (product) =>
    withLedger(async (db) => {
      await rememberProduct(db, product);
      return null;
    }),

  'offers/of': async (wanted) => verdictOn(await withLedger((db) => offersOfSelection(db, wanted))),

  async 'labels/get'({ language }) {
    if (language === null) return others;
    return Object.hasOwn(others, language) ? { [language]: others[language as OtherLanguage] } : {};
  },

  'taught/all': () => taught.read(),

  'taught/add': (added) => change(taught, (now) => withTaught(now, added)),

  'confirmed/quantity': ({ key, at }) => saveConfirmation(key, at),

  'confirmed/words': ({ keys }) => saveConfirmedWords(keys),

  async 'workspace/open'(page) {
    const known = await withLedger((db) => knownPromotion(db, page));
    await openWorkspace(known ? `/promotion/${known.id}` : '/');
    return null;
  },
};

/** All that a page may learn of the offers in a selection. */
function verdictOn(offers: OfferEvidence | null): OfferVerdict {
  if (!offers || offers.total === 0) return 'unknown';
  if (offers.over.length > 0) return 'unsafe';
  return offers.read === offers.total ? 'safe' : 'open';
}

async function withLedger<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openLedger();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

function seenKey(tabId: number): string {
  return `seen:${tabId}`;
}

/** The View page read last in the sender's tab. */
async function lastSeen({ tab }: Sender): Promise<Requests['promotion/seen'] | null> {
  if (tab?.id === undefined) return null;
  const key = seenKey(tab.id);
  return ((await browser.storage.session.get(key))[key] as Requests['promotion/seen'] | undefined) ?? null;
}

/** Gives the promotion that was met its drafts, and what its page shows where that is `shown`; its newest proof. */
async function bindDrafts(db: Db, { promotion, store, shown }: Met): Promise<Proof | null> {
  const { amazonId, trackingId } = promotion;
  const kept = await draftsOf({ ...store, amazonId, trackingId });
  const drafts = [...kept.values()];
  const proof = await bindProofs(db, { ...store, amazonId, trackingId, drafts, ...(shown && { shown }) });
  await keepDrafted(db, { ...store, seen: promotion, drafts });
  // Only now: until the ledger has them, the drafts are the only copy.
  await forgetDrafts(kept.keys());
  return proof;
}

/** What the claim-code page itself shows wins; what it leaves open comes from the View page seen in that tab. */
function merge(shown: SeenPromotion | null, seen: SeenPromotion | null): SeenPromotion | null {
  if (!shown || !seen) return shown ?? seen;
  // Another promotion's View page says nothing about this one.
  if ((['amazonId', 'trackingId'] as const).some((id) => shown[id] && seen[id] && shown[id] !== seen[id]))
    return shown;
  return {
    amazonId: shown.amazonId ?? seen.amazonId,
    trackingId: shown.trackingId ?? seen.trackingId,
    name: shown.name ?? seen.name,
    percentOff: shown.percentOff ?? seen.percentOff,
    start: shown.start ?? seen.start,
    end: shown.end ?? seen.end,
  };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
