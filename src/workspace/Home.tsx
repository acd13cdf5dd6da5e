import { useEffect, useRef } from 'preact/hooks';
import { cardActs, cardState } from '../actions/card-acts';
import type { Desk } from '../actions/desk';
import type { Importer } from '../actions/importing';
import { type Need, needs } from '../actions/needs';
import { stillAwaited } from '../actions/submitted';
import { PromotionList } from '../ui/PromotionList';
import { useNow } from '../ui/use-now';
import { useStore } from '../ui/use-store';
import { AddCodes } from './AddCodes';
import { InboxList } from './InboxList';
import { NeedsYou } from './NeedsYou';
import { YourName } from './YourName';

/** The first view: new codes on one side, the promotions on the other. */
export function Home({ desk, importer }: { desk: Desk; importer: Importer }) {
  const state = useStore(desk);
  const { inbox, item, stage } = useStore(importer);
  const filled = stage.kind === 'added' ? stage.promotionId : null;
  useEffect(() => {
    if (!filled) return;
    void desk.open(filled);
    // A captured file that was added is no longer there to be opened again by a reload.
    if (location.hash.startsWith('#/inbox/')) location.replace('#/');
  }, [desk, filled]);
  const now = useNow();
  const { promotions } = state;
  const wanted = useSettledNeeds(needs(promotions ?? [], now), state.given?.promotionId ?? null);
  return (
    <div class="home">
      <h1 class="cc-unseen">Codes</h1>
      {promotions !== null && (
        <NeedsYou
          needs={wanted}
          submitted={stillAwaited(
            state.submitted,
            promotions.map((each) => each.promotion),
          )}
          now={now}
        />
      )}
      <div class="home-add">
        <InboxList
          items={inbox.filter((each) => each.id !== item?.id)}
          onOpen={(id) => void importer.openInbox(id)}
          onRemove={(id) => void importer.removeInbox(id)}
        />
        <AddCodes importer={importer} promotions={(promotions ?? []).map((each) => each.promotion)} />
        {stage.kind === 'added' && !state.settings.nameAsked && !state.settings.yourName && <YourName />}
      </div>
      {promotions !== null && (
        <section class="home-promotions" aria-labelledby="promotions-title">
          <div class="promotions-head">
            <h2 id="promotions-title">Promotions</h2>
            {state.today && (
              <p class="today" data-testid="today">
                {state.today}
              </p>
            )}
          </div>
          {promotions.length === 0 ? (
            state.lost ? null : (
              <NothingYet />
            )
          ) : (
            <PromotionList
              items={promotions}
              openId={state.openId}
              now={now}
              onOpen={(id) => void desk.open(id)}
              stateOf={(id) => cardState(state, id)}
              actsOf={(id) => cardActs(desk, id)}
              pageHrefOf={(id) => `#/promotion/${id}`}
              missingTold
            />
          )}
        </section>
      )}
    </div>
  );
}

function NothingYet() {
  return (
    <div class="nothing">
      <p>No codes here yet. The way to the first one:</p>
      <ol>
        <li>
          <b>Choose your file</b>: a ZIP, TXT or CSV. No file yet? On Amazon open the promotion, press{' '}
          <b>Manage claim codes</b>, then <b>Download</b>, or <b>Capture</b> in Claimcheck’s panel.
        </li>
        <li>
          <b>Name the promotion</b>, look at what is in the file, and press <b>Add</b>. Nothing is kept
          before.
        </li>
        <li>
          <b>Give out</b>: type who gets the code and press the big button. The code is copied for you.
        </li>
      </ol>
    </div>
  );
}

/**
 * While a code just given out is on screen, without what that act made its promotion want: a line that comes
 * in above would push the code away.
 */
function useSettledNeeds(all: readonly Need[], served: string | null): readonly Need[] {
  const before = useRef<ReadonlySet<string>>(new Set());
  const nameOf = ({ kind, item }: Need) => `${kind} ${item.promotion.id}`;
  if (served === null) before.current = new Set(all.map(nameOf));
  return all.filter((need) => need.item.promotion.id !== served || before.current.has(nameOf(need)));
}
