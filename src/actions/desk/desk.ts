import { normaliseCode } from '../../domain/codes/claim-code';
import { accountOf, type TextAccount } from '../../domain/codes/text-account';
import { copyText } from '../../platform/clipboard';
import { codes, listed, masked } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { sentFileOf } from '../import/chosen-file';
import type { DeskPool, IssueTo, OneCode, PromotionWithCounts, Seen, WhomItWas } from '../pool';
import { actOf } from './act-of';

import type { ExportKind, SentTold, Whom } from './desk-state';
import { exportHistory, exportUnissued, popupExportLimit } from './exports';
import { downloadCodes, giveOutSeveral, issueAndCopy, type ListFormat } from './give-out';
import { countedWords, severalWords } from './give-out-words';
import { messageFor } from './message';
import { PromotionDesk } from './promotion-desk';
import { doubtfulWords, editedWords, takeBackUndoneWords, tookBackWords } from './take-back-words';

/** What a seller can do to codes, with the state that the popup and the workspace show. */
export class Desk extends PromotionDesk {
  readonly #handOver: ((promotionId: string, kind: ExportKind) => void) | null;

  /** `handOver` takes exports that are too long for the page this desk stands on. */
  constructor(pool: DeskPool, handOver: ((promotionId: string, kind: ExportKind) => void) | null = null) {
    super(pool);
    this.#handOver = handOver;
  }

  /**
   * Resolves to false where no code was given out; then `notice` says why, or `again` asks: whoever has a
   * code of this promotion gets another only when `meant`.
   */
  async giveNext(promotionId: string, whom: Whom, meant = false): Promise<boolean> {
    let gave = false;
    await this.inLine(promotionId, async () => {
      const before = meant || !whom.to.trim() ? null : await this.pool.lastGivenTo(promotionId, whom.to);
      if (before) return this.set({ again: { promotionId, whom, before }, notice: null, offer: null });
      const { issued, code, copied } = await issueAndCopy(this.pool, promotionId, this.#to(whom));
      gave = true;
      const { issuance, to, channel, at } = issued;
      this.mine.set(issuance, promotionId);
      await this.refresh({
        given: { promotionId, issuance, code, to, channel, at, copied },
        again: null,
        notice: null,
        offer: null,
      });
      await this.remember('channels', channel);
    });
    return gave;
  }

  /** Shows and copies the code that the person named again already has. */
  copyEarlier(promotionId: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { again } = this.state;
      if (again?.promotionId !== promotionId) return;
      const { issuance, code, to, channel, at } = again.before;
      const copied = await copyText(code);
      this.set({ given: { promotionId, issuance, code, to, channel, at, copied }, again: null });
    });
  }

  /** Leaves the question about a person named again. */
  leaveQuestion(): void {
    this.set({ again: null });
  }

  /** Copies the promotion's message with the code shown. */
  copyMessage(promotionId: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { given } = this.state;
      if (given?.promotionId !== promotionId) return;
      const { text, missing } = messageFor(this.find(promotionId).promotion, given.code);
      const copied = await copyText(text);
      if (!copied) return this.say(promotionId, 'problem', say('deskMessageRefused'));
      const told = [say('deskMessageCopied')];
      if (missing.length > 0) told.push(say('deskMessageWithout', { parts: listed(missing) }));
      this.say(promotionId, 'done', told.join(' '));
    });
  }

  /** Copies the code shown once more. */
  async copyAgain(): Promise<void> {
    const { given } = this.state;
    if (given) this.set({ given: { ...given, copied: await copyText(given.code) } });
  }

  giveSeveral(promotionId: string, count: number, whom: Whom, format: ListFormat): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { promotion } = this.find(promotionId);
      const { issued, file } = await giveOutSeveral(this.pool, promotion, count, this.#to(whom), format);
      this.mine.set(issued.issuance, promotionId);
      const text = severalWords(issued, file);
      const again = () => void downloadCodes(promotion, issued.codes, format);
      await this.refresh({
        given: null,
        offer: null,
        notice: { promotionId, tone: 'done', text, action: { label: say('deskDownloadAgain'), run: again } },
      });
      await this.remember('channels', issued.channel);
      await this.remember('platforms', issued.to);
    });
  }

  /** A list got codes from here: Take back names it first, and no code stays on the page. */
  async noteList(promotionId: string, issuance: string | null): Promise<void> {
    if (issuance) this.mine.set(issuance, promotionId);
    await this.refresh({ given: null, again: null, offer: null, notice: null });
  }

  /** Takes back an act, or `only` this code of it: what may have been `seen` is canceled, the rest returns to the line. */
  takeBack(promotionId: string, issuance: string, seen: Seen, only?: OneCode): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const by = this.state.settings.yourName;
      const act = await actOf(this.pool, issuance, only);
      const took = await this.pool.takeBack(issuance, seen, by, only);
      if (!only) this.mine.delete(issuance);
      const run = () =>
        void this.inLine(promotionId, async () => {
          const { out } = await this.pool.undoTakeBack(issuance, took.act, by);
          const text = takeBackUndoneWords(out, act ?? { to: '', channel: '' });
          await this.refresh({ notice: { promotionId, tone: 'done', text } });
        });
      const { given } = this.state;
      const text = tookBackWords(took, act, this.find(promotionId).promotion.end);
      await this.refresh({
        given: given?.issuance === issuance ? null : given,
        notice: { promotionId, tone: 'done', text, action: { label: say('deskUndo'), run } },
      });
    });
  }

  /** Says anew whom an act went to, or `only` this code of it; its codes stay out. */
  edit(promotionId: string, issuance: string, whom: WhomItWas, only?: OneCode): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const by = this.state.settings.yourName;
      const before = await actOf(this.pool, issuance, only);
      await this.pool.editIssuance(issuance, whom, by, only);
      const run = () =>
        void this.inLine(promotionId, async () => {
          if (before) await this.pool.editIssuance(issuance, before, by, only);
          await this.refresh({
            notice: { promotionId, tone: 'done', text: say('deskEditUndone') },
          });
        });
      const { given } = this.state;
      const { to, channel } = whom;
      await this.refresh({
        given: given?.issuance === issuance ? { ...given, to: to.trim(), channel: channel.trim() } : given,
        notice: {
          promotionId,
          tone: 'done',
          text: editedWords(whom),
          action: { label: say('deskUndo'), run },
        },
      });
      await this.remember('channels', channel.trim());
    });
  }

  /** What a pasted list of sent codes says of one act. */
  async readSent(issuance: string, text: string): Promise<SentTold> {
    return this.#sentOf(issuance, accountOf(text));
  }

  /** The same of a file. Throws an Error in words for one that can't be read. */
  async readSentFile(issuance: string, file: File): Promise<SentTold> {
    const { account, problem } = await sentFileOf(file);
    if (problem) throw new Error(problem);
    return this.#sentOf(issuance, account);
  }

  exportUnissued(promotionId: string): Promise<boolean> {
    return this.#export(promotionId, 'unissued', async (promotion, onRows) => {
      const copy = await exportUnissued(this.pool, promotion, onRows);
      this.set({
        offer: copy.count > 0 ? { ...copy, promotionId } : null,
        notice: { promotionId, tone: 'done', text: sayCount('deskSaved', copy.count, { file: copy.file }) },
      });
    });
  }

  exportHistory(promotionId: string): Promise<boolean> {
    return this.#export(promotionId, 'history', async (promotion, onRows) => {
      const { file, count, leftOut } = await exportHistory(this.pool, promotion, onRows);
      const told = [sayCount('deskSavedHistory', count, { file })];
      if (leftOut.length > 0) told.push(say('deskLeftOut', { faults: leftOut.join(' ') }));
      this.set({ notice: { promotionId, tone: 'done', text: told.join(' ') } });
    });
  }

  /** Downloads what can be read of a damaged promotion's codes and of what happened to them. */
  exportReadable(promotionId: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const name = this.state.damaged.find((row) => row.id === promotionId)?.name ?? promotionId;
      const about = { id: promotionId, name, trackingId: null, marketplace: null };
      const { file, count, leftOut } = await exportHistory(this.pool, about);
      this.say(promotionId, 'done', [sayCount('deskSaved', count, { file }), ...leftOut].join(' '));
    });
  }

  /** Gives out exactly the codes of the list just exported. */
  giveOutExported(promotionId: string, whom: Whom): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { offer } = this.state;
      if (offer?.promotionId !== promotionId) return;
      const issued = await this.pool.issueRanges(promotionId, [...offer.ranges], this.#to(whom));
      this.mine.set(issued.issuance, promotionId);
      const text = countedWords(offer.count, offer.file, issued);
      await this.refresh({ given: null, offer: null, notice: { promotionId, tone: 'done', text } });
      await this.remember('channels', issued.channel);
    });
  }

  /** Takes an import back, as long as none of its codes was given out. */
  withdraw(promotionId: string, batchId: number): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      await this.pool.withdrawImport(batchId, this.state.settings.yourName);
      await this.refresh({ notice: { promotionId, tone: 'done', text: say('deskWithdrawn') } });
    });
  }

  markUsed(promotionId: string, code: string, orderId: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const by = this.state.settings.yourName;
      await this.pool.redeem(code, orderId, by);
      const run = () =>
        void this.inLine(promotionId, async () => {
          await this.pool.unredeem(code, by);
          await this.refresh({
            notice: {
              promotionId,
              tone: 'done',
              text: say('deskUsedUndone'),
            },
          });
        });
      await this.refresh({
        notice: {
          promotionId,
          tone: 'done',
          text: say('deskUsed', { code: masked(normaliseCode(code)), order: orderId.trim() }),
          action: { label: say('deskUndo'), run },
        },
      });
    });
  }

  async #sentOf(issuance: string, account: TextAccount) {
    const sent = account.codes.map(({ code }) => code);
    const notUnderstood = doubtfulWords(account);
    return { codes: sent, ...(await this.pool.sentOf(issuance, sent)), notUnderstood };
  }

  #to(whom: Whom): IssueTo {
    return { to: whom.to.trim(), channel: whom.channel.trim(), note: '', by: this.state.settings.yourName };
  }

  #export(
    promotionId: string,
    kind: ExportKind,
    save: (promotion: PromotionWithCounts['promotion'], onRows: (rows: number) => void) => Promise<void>,
  ): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { promotion, counts } = this.find(promotionId);
      const rows = kind === 'history' ? counts.total : counts.available;
      if (this.#handOver && rows > popupExportLimit) return this.#handOver(promotionId, kind);
      let shown = 0;
      await save(promotion, (done) => {
        if (done - shown < popupExportLimit) return;
        shown = done;
        this.set({
          busy: { promotionId, text: say('deskProgress', { done: codes(done), all: codes(rows) }) },
        });
      });
    });
  }
}
