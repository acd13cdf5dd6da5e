import { limitsIn } from '../../domain/checks/limits';
import type { TickId } from '../../domain/ticks';
import type { OneCode, Seen, WhomItWas } from '../pool';
import type { Desk } from './desk';
import type { DeskState, Whom } from './desk-state';
import type { ListFormat } from './give-out';

/** What one promotion's card shows of the desk's state. */
export function cardState(state: DeskState, promotionId: string) {
  const store = state.promotions?.find(({ promotion }) => promotion.id === promotionId)?.promotion
    .marketplace;
  const mine = <Part extends { readonly promotionId: string }>(part: Part | null) =>
    part?.promotionId === promotionId ? part : null;
  return {
    undoable: mine(state.undoable),
    given: mine(state.given),
    offer: mine(state.offer),
    notice: mine(state.notice),
    busy: mine(state.busy)?.text ?? null,
    again: mine(state.again),
    channels: state.settings.channels,
    platforms: platformsOf(state.settings.platforms),
    orderLimit: limitsIn(state.settings, store ?? null).maxOrderQuantity,
  };
}

/** What can be done at the desk to one act of giving out. */
export function actActs(desk: Desk, promotionId: string) {
  return {
    takeBack: (issuance: string, seen: Seen) => void desk.takeBack(promotionId, issuance, seen),
    edit: (issuance: string, whom: WhomItWas) => void desk.edit(promotionId, issuance, whom),
    readSent: (issuance: string, text: string) => desk.readSent(issuance, text),
    readSentFile: (issuance: string, file: File) => desk.readSentFile(issuance, file),
  };
}

/** The same to the code of one person of a list. */
export function personActs(desk: Desk, promotionId: string, only: OneCode) {
  return {
    ...actActs(desk, promotionId),
    takeBack: (issuance: string, seen: Seen) => void desk.takeBack(promotionId, issuance, seen, only),
    edit: (issuance: string, whom: WhomItWas) => void desk.edit(promotionId, issuance, whom, only),
  };
}

/** What one promotion's card can do at the desk; `giveList` opens the way from a list of people. */
export function cardActs(desk: Desk, promotionId: string, giveList: () => void) {
  return {
    giveList,
    ...actActs(desk, promotionId),
    giveNext: (whom: Whom) => desk.giveNext(promotionId, whom),
    giveAnother: (whom: Whom) => void desk.giveNext(promotionId, whom, true),
    copyEarlier: () => void desk.copyEarlier(promotionId),
    leaveQuestion: () => desk.leaveQuestion(),
    copyMessage: () => void desk.copyMessage(promotionId),
    setOver: (over: boolean) => void desk.setOver(promotionId, over),
    bringBack: () => void desk.setArchived(promotionId, false),
    settleDates: (back: boolean) => void desk.settleDates(promotionId, back),
    setTick: (id: TickId, done: boolean) => void desk.setTick(promotionId, id, done),
    copyAgain: () => void desk.copyAgain(),
    giveSeveral: (count: number, whom: Whom, format: ListFormat) =>
      void desk.giveSeveral(promotionId, count, whom, format),
    exportUnissued: () => void desk.exportUnissued(promotionId),
    exportHistory: () => void desk.exportHistory(promotionId),
    giveOutExported: (whom: Whom) => void desk.giveOutExported(promotionId, whom),
    markUsed: (code: string, orderId: string) => void desk.markUsed(promotionId, code, orderId),
  };
}

const knownPlatforms = ['Vipon', 'LandingCube', 'ManyChat'];

/** The platforms typed before, newest first, then those that many sellers use. */
function platformsOf(typed: readonly string[]): string[] {
  return [...new Set([...typed, ...knownPlatforms])];
}
