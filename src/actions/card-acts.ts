import type { Desk } from './desk';
import type { DeskState, Whom } from './desk-state';
import type { ListFormat } from './give-out';

/** What one promotion's card shows of the desk's state. */
export function cardState(state: DeskState, promotionId: string) {
  const mine = <Part extends { readonly promotionId: string }>(part: Part | null) =>
    part?.promotionId === promotionId ? part : null;
  return {
    undoable: mine(state.undoable),
    given: mine(state.given),
    offer: mine(state.offer),
    notice: mine(state.notice),
    busy: mine(state.busy)?.text ?? null,
    channels: state.settings.channels,
  };
}

/** What one promotion's card can do at the desk. */
export function cardActs(desk: Desk, promotionId: string) {
  return {
    giveNext: (whom: Whom) => desk.giveNext(promotionId, whom),
    copyAgain: () => void desk.copyAgain(),
    undo: () => void desk.undo(promotionId),
    giveSeveral: (count: number, whom: Whom, format: ListFormat) =>
      void desk.giveSeveral(promotionId, count, whom, format),
    exportUnissued: () => void desk.exportUnissued(promotionId),
    exportHistory: () => void desk.exportHistory(promotionId),
    giveOutExported: (whom: Whom) => void desk.giveOutExported(promotionId, whom),
    markUsed: (code: string, orderId: string) => void desk.markUsed(promotionId, code, orderId),
  };
}
