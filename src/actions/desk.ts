import { normaliseCode } from '../domain/claim-code';
import {
  type Db,
  getIssuance,
  type IssuanceSummary,
  type IssueTo,
  issueRanges,
  lastGivenTo,
  type PromotionWithCounts,
  redeem,
  undoIssuance,
  unredeem,
  withdrawImport,
} from '../ledger';
import { copyText } from '../platform/clipboard';
import type { ExportKind, Whom } from './desk-state';
import { exportHistory, exportUnissued, popupExportLimit } from './exports';
import { downloadCodes, giveOutSeveral, issueAndCopy, type ListFormat } from './give-out';
import { messageFor } from './message';
import { PromotionDesk } from './promotion-desk';
import { codes, forWhom, masked, toWhom } from './words';

/** What a seller can do to codes, with the state that the popup and the workspace show. */
export class Desk extends PromotionDesk {
  readonly #handOver: ((promotionId: string, kind: ExportKind) => void) | null;

  /** `handOver` takes exports that are too long for the page this desk stands on. */
  constructor(db: Db, handOver: ((promotionId: string, kind: ExportKind) => void) | null = null) {
    super(db);
    this.#handOver = handOver;
  }

  /**
   * Resolves to false where no code was given out; then `notice` says why, or `again` asks: whoever has a
   * code of this promotion gets another only when `meant`.
   */
  async giveNext(promotionId: string, whom: Whom, meant = false): Promise<boolean> {
    let gave = false;
    await this.inLine(promotionId, async () => {
      const before = meant || !whom.to.trim() ? null : await lastGivenTo(this.db, promotionId, whom.to);
      if (before) return this.set({ again: { promotionId, whom, before }, notice: null, offer: null });
      const { issued, code, copied } = await issueAndCopy(this.db, promotionId, this.#to(whom));
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
      const without = missing.length > 0 ? ` Left out, since not known: ${missing.join(', ')}.` : '';
      this.say(
        promotionId,
        copied ? 'done' : 'problem',
        copied
          ? `Message copied.${without}`
          : 'The browser did not let the message be copied. Click into this page and try again.',
      );
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
      const { issued, file } = await giveOutSeveral(this.db, promotion, count, this.#to(whom), format);
      this.mine.set(issued.issuance, promotionId);
      const text = `${codes(issued.codes.length)} left your list${forWhom(issued)}, saved as ${file}. Nobody can give them out again from here.`;
      const again = () => void downloadCodes(promotion, issued.codes, format);
      await this.refresh({
        given: null,
        offer: null,
        notice: { promotionId, tone: 'done', text, action: { label: 'Download again', run: again } },
      });
      await this.remember('channels', issued.channel);
      await this.remember('platforms', issued.to);
    });
  }

  /** Takes back one act: the last made in this view, else the promotion's last, else the one named. */
  undo(promotionId: string, issuance?: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const target = issuance ? await this.#stillOut(issuance) : await this.undoableNow(promotionId);
      if (!target)
        return this.say(
          promotionId,
          'problem',
          'There is nothing to take back: no code of this promotion is given out.',
        );
      const { returned } = await undoIssuance(this.db, target.issuance, this.state.settings.yourName);
      this.mine.delete(target.issuance);
      const what = returned === 1 ? masked(target.firstCode) : codes(returned);
      const text = `Took back ${what}${target.to || target.channel ? `, given${toWhom(target)}` : ''}. ${returned === 1 ? 'It goes' : 'They go'} to the end of the line.`;
      const { given } = this.state;
      await this.refresh({
        given: given?.issuance === target.issuance ? null : given,
        notice: { promotionId, tone: 'done', text },
      });
    });
  }

  exportUnissued(promotionId: string): Promise<boolean> {
    return this.#export(promotionId, 'unissued', async (promotion, onRows) => {
      const copy = await exportUnissued(this.db, promotion, onRows);
      this.set({
        offer: copy.count > 0 ? { ...copy, promotionId } : null,
        notice: { promotionId, tone: 'done', text: `Saved ${codes(copy.count)} as ${copy.file}.` },
      });
    });
  }

  exportHistory(promotionId: string): Promise<boolean> {
    return this.#export(promotionId, 'history', async (promotion, onRows) => {
      const { file, count } = await exportHistory(this.db, promotion, onRows);
      this.set({
        notice: { promotionId, tone: 'done', text: `Saved the history of ${codes(count)} as ${file}.` },
      });
    });
  }

  /** Gives out exactly the codes of the list just exported. */
  giveOutExported(promotionId: string, whom: Whom): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { offer } = this.state;
      if (offer?.promotionId !== promotionId) return;
      const issued = await issueRanges(this.db, promotionId, [...offer.ranges], this.#to(whom));
      this.mine.set(issued.issuance, promotionId);
      const text = `The ${codes(offer.count)} of ${offer.file} now count as given out${toWhom(issued)}.`;
      await this.refresh({ given: null, offer: null, notice: { promotionId, tone: 'done', text } });
      await this.remember('channels', issued.channel);
    });
  }

  /** Takes an import back, as long as none of its codes was given out. */
  withdraw(promotionId: string, batchId: number): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      await withdrawImport(this.db, batchId, this.state.settings.yourName);
      await this.refresh({ notice: { promotionId, tone: 'done', text: 'The import was taken back.' } });
    });
  }

  markUsed(promotionId: string, code: string, orderId: string): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const by = this.state.settings.yourName;
      await redeem(this.db, code, orderId, by);
      const run = () =>
        void this.inLine(promotionId, async () => {
          await unredeem(this.db, code, by);
          await this.refresh({
            notice: {
              promotionId,
              tone: 'done',
              text: 'Taken back: the code counts as given out, not as used.',
            },
          });
        });
      await this.refresh({
        notice: {
          promotionId,
          tone: 'done',
          text: `${masked(normaliseCode(code))} counts as used in order ${orderId.trim()}.`,
          action: { label: 'Undo', run },
        },
      });
    });
  }

  async #stillOut(issuance: string): Promise<IssuanceSummary | null> {
    const act = await getIssuance(this.db, issuance);
    return act && act.out > 0 ? act : null;
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
        this.set({ busy: { promotionId, text: `${codes(done)} of ${codes(rows)} …` } });
      });
    });
  }
}
