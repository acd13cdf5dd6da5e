import { sameName } from '../../domain/text/name-key';
import type { TickId } from '../../domain/ticks';
import { saveSettings } from '../../stored/settings';
import { toldProblem } from '../../words/problem-words';
import { say } from '../../words/say';
import type { PromotionWithCounts } from '../pool';
import { findIn, type Notice } from './desk-state';
import { PromotionsView } from './promotions-view';

const remembered = 12;

/**
 * What a seller can say about a promotion. Acts run one after the other, in the order of the clicks; an act
 * that fails leaves a sentence in `notice`.
 */
export class PromotionDesk extends PromotionsView {
  #line: Promise<unknown> = Promise.resolve();

  /** The give-away is over, or goes on after all. Codes out there are untouched by it. */
  setOver(promotionId: string, over: boolean): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      await this.pool.updatePromotion(promotionId, { givingEnded: over ? new Date().toISOString() : null });
      await this.refresh({ notice: null });
    });
  }

  /** The seller has seen that Amazon changed the dates; `back`: those known before count again. */
  settleDates(promotionId: string, back: boolean): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { start, end, onAmazon } = this.find(promotionId).promotion;
      await this.pool.updatePromotion(promotionId, { start, end, ...(back ? onAmazon?.was : {}) });
      await this.refresh({ notice: null });
    });
  }

  /** Puts a promotion away, or brings it back into the lists. */
  setArchived(promotionId: string, away: boolean): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      await this.pool.updatePromotion(promotionId, { archived: away ? new Date().toISOString() : null });
      await this.refresh({ notice: null });
    });
  }

  /** Keeps when the seller saw to one of the things before the first code goes out, or that it is open again. */
  setTick(promotionId: string, id: TickId, done: boolean): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      const { [id]: _, ...others } = this.find(promotionId).promotion.ticks ?? {};
      const ticks = done ? { ...others, [id]: new Date().toISOString() } : others;
      await this.pool.updatePromotion(promotionId, { ticks });
      await this.refresh();
    });
  }

  /** The seller knows that these codes, kept back by loading a saved copy, did not go out: of one promotion or (null) of all. */
  async releaseHeldByCopies(promotionId: string | null): Promise<void> {
    const of = promotionId ?? this.state.openId ?? '';
    await this.inLine(of, async () => {
      await this.pool.releaseHeldByCopies(promotionId, this.state.settings.yourName);
      await this.refresh({ notice: null });
    });
  }

  /** Keeps what a platform has left of the codes handed over to it. */
  tellLeft(promotionId: string, issuance: string, left: number): Promise<boolean> {
    return this.inLine(promotionId, async () => {
      await this.pool.tellLeftThere(promotionId, issuance, left, this.state.settings.yourName);
      await this.refresh({ notice: null });
    });
  }

  /** Takes from the screen whatever tells of somebody: a person was forgotten. */
  forgetShown(): Promise<void> {
    return this.refresh({ given: null, again: null, offer: null, notice: null });
  }

  protected find(promotionId: string): PromotionWithCounts {
    const found = findIn(this.state, promotionId);
    if (!found) throw new Error(say('deskGone'));
    return found;
  }

  protected say(promotionId: string, tone: Notice['tone'], text: string): void {
    this.set({ notice: { promotionId, tone, text } });
  }

  /** Resolves to whether the act went through. */
  protected inLine(promotionId: string, act: () => Promise<void>): Promise<boolean> {
    const run = async () => {
      try {
        await this.settingsRead;
        await act();
        return true;
      } catch (error) {
        await this.refresh({ notice: { promotionId, ...toldProblem(error) } });
        return false;
      } finally {
        if (this.state.busy) this.set({ busy: null });
      }
    };
    const ran = this.#line.then(run);
    this.#line = ran;
    return ran;
  }

  /** Puts a name in front of those typed before. */
  protected async remember(list: 'channels' | 'platforms', name: string): Promise<void> {
    if (!name || this.state.settings[list][0] === name) return;
    await saveSettings(({ [list]: before }) => {
      const others = before.filter((each) => !sameName(each, name));
      return { [list]: [name, ...others].slice(0, remembered) };
    });
  }
}
