import { useMemo } from 'preact/hooks';
import { cardActs, cardState } from '../actions/desk/card-acts';
import type { Desk } from '../actions/desk/desk';
import { findActs } from '../actions/find/find-acts';
import { openTab, openWorkspace } from '../actions/open-workspace';
import type { DeskPool } from '../actions/pool';
import type { OpenPanel } from '../platform/panel';
import { stillAwaited } from '../stored/drafts/submitted';
import { FindBox } from '../ui/find/FindBox';
import { PoolNotice } from '../ui/page/PoolNotice';
import { Logo } from '../ui/parts/Logo';
import { Notice } from '../ui/parts/Notice';
import { useNow } from '../ui/parts/use-now';
import { useSteadyFocus } from '../ui/parts/use-steady-focus';
import { useStore } from '../ui/parts/use-store';
import { Damaged } from '../ui/promotion/Damaged';
import { HeldByCopy } from '../ui/promotion/HeldByCopy';
import { LostCodes } from '../ui/promotion/LostCodes';
import { PromotionList } from '../ui/promotion/PromotionList';
import { SubmittedNote } from '../ui/promotion/SubmittedNote';
import { say } from '../words/say';
import { KeepOpen } from './KeepOpen';
import { NoCodesYet } from './NoCodesYet';
import { RulesNews } from './RulesNews';
import { SiteAccess } from './SiteAccess';

const workspace = '../workspace/index.html#';

interface PopupProps {
  desk: Desk;
  pool: DeskPool;
  /** Opens the panel; null in the panel itself, and where the browser has none. */
  keepOpen: OpenPanel | null;
}

/** The window under the toolbar button, and the panel beside the tabs: numbers at a glance, and giving out. */
export function Popup({ desk, pool, keepOpen }: PopupProps) {
  const state = useStore(desk);
  const root = useSteadyFocus<HTMLDivElement>();
  const now = useNow();
  const find = useMemo(() => findActs(desk, pool), [desk, pool]);
  const { promotions } = state;
  const open = promotions?.find((each) => each.promotion.id === state.openId);
  const awaited = stillAwaited(state.submitted, promotions?.map((each) => each.promotion) ?? []);
  const next = awaited.map((each) => <SubmittedNote key={each.id} {...each} now={now} />);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it catches the clicks of the links inside, which keys make too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div ref={root} class="popup" onClick={openLink}>
      <header class="popup-head">
        <Logo />
        <h1>{say('name')}</h1>
        {open && <span class="popup-store">{open.promotion.marketplace ?? say('cardStoreNotKnown')}</span>}
        {keepOpen && <KeepOpen open={keepOpen} />}
        <nav aria-label={say('popupMore')}>
          <a href={`${workspace}/`}>{say('popupWorkspace')}</a>
          <a href={`${workspace}/settings`}>{say('popupSettings')}</a>
        </nav>
      </header>
      <main>
        <PoolNotice href={`${workspace}/settings/colleagues`} />
        <SiteAccess />
        {state.problem && <Notice tone="problem" text={state.problem} />}
        {state.lost && <LostCodes lost={state.lost} onSeenTo={() => void desk.goOnWithout()} />}
        <Damaged
          items={state.damaged}
          notice={state.notice}
          onExport={(id) => void desk.exportReadable(id)}
        />
        <HeldByCopy
          held={state.heldByCopies}
          promotions={promotions ?? []}
          onRelease={(id) => void desk.releaseHeldByCopies(id)}
        />
        <RulesNews hasPromotions={promotions && promotions.length > 0} href={`${workspace}/`} />
        {promotions?.length === 0 && (
          <>
            {next}
            {!state.lost && state.damaged.length === 0 && <NoCodesYet />}
          </>
        )}
        {promotions !== null && promotions.length > 0 && (
          <>
            <FindBox acts={find} workspace={workspace.slice(0, -1)} />
            {next}
            <PromotionList
              items={promotions}
              openId={state.openId}
              now={now}
              onOpen={(id) => void desk.open(id)}
              stateOf={(id) => cardState(state, id)}
              actsOf={(id) =>
                cardActs(desk, id, () => void openWorkspace(`/promotion/${encodeURIComponent(id)}/list`))
              }
              pageHrefOf={(id) => `${workspace}/promotion/${id}`}
            />
            {promotions.every(({ promotion }) => promotion.archived) && (
              <p class="cc-hint">
                {say('popupAllArchived')} <a href={`${workspace}/promotions`}>{say('tableAll')}</a>
              </p>
            )}
            {state.today.count > 0 && (
              <p class="cc-hint" data-testid="today">
                {say('todayTold', { acts: state.today.acts })}
              </p>
            )}
          </>
        )}
      </main>
    </div>
  );
}

/** Links lead to the workspace or to Amazon: in a tab, for a popup can't show them. */
function openLink(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  void (link.target === '_blank' ? openTab(link.href) : openWorkspace(link.hash.slice(1)));
}
