import { useEffect, useState } from 'preact/hooks';
import { cardActs, cardState } from '../actions/desk/card-acts';
import type { Desk } from '../actions/desk/desk';
import type { Importer } from '../actions/import/importing';
import { type Need, needs } from '../actions/needs';
import { stillAwaited } from '../stored/submitted';
import { Sentence } from '../ui/parts/Sentence';
import { useNow } from '../ui/parts/use-now';
import { useStore } from '../ui/parts/use-store';
import { PromotionList } from '../ui/promotion/PromotionList';
import { say } from '../words/say';
import { AddCodes } from './import/AddCodes';
import { InboxList } from './import/InboxList';
import { NeedsYou } from './NeedsYou';
import { listHref } from './parts/route';
import { YourName } from './settings/YourName';

/** More promotions than these are looked for in their table. */
const mostRows = 30;

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
  const wanted = useSettledNeeds(promotions && needs(promotions, now), state.given?.promotionId ?? null);
  return (
    <div class="home">
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
            <h2 id="promotions-title">{say('homePromotions')}</h2>
            {promotions.length > 1 && <a href="#/promotions">{say('tableAll')}</a>}
            {state.today && (
              <p class="today" data-testid="today">
                {state.today}
              </p>
            )}
          </div>
          {promotions.length === 0 ? (
            state.lost || state.damaged.length > 0 ? null : (
              <NothingYet />
            )
          ) : (
            <PromotionList
              items={promotions}
              openId={state.openId}
              now={now}
              onOpen={(id) => void desk.open(id)}
              stateOf={(id) => cardState(state, id)}
              actsOf={(id) => cardActs(desk, id, () => location.assign(listHref(id)))}
              pageHrefOf={(id) => `#/promotion/${id}`}
              missingTold
              most={{ rows: mostRows, allHref: '#/promotions' }}
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
      <p>{say('homeNothing')}</p>
      <ol>
        <li>
          <Sentence
            of={say('homeStepFile', {
              choose: '{choose}',
              manage: '{manage}',
              download: '{download}',
              capture: '{capture}',
            })}
            parts={{
              choose: <b>{say('homeStepFileDo')}</b>,
              manage: <b>{say('homeManage')}</b>,
              download: <b>{say('homeDownload')}</b>,
              capture: <b>{say('homeCapture')}</b>,
            }}
          />
        </li>
        <li>
          <Sentence
            of={say('homeStepName', { name: '{name}', add: '{add}' })}
            parts={{ name: <b>{say('homeStepNameDo')}</b>, add: <b>{say('homeAdd')}</b> }}
          />
        </li>
        <li>
          <Sentence
            of={say('homeStepGive', { give: '{give}' })}
            parts={{ give: <b>{say('homeStepGiveDo')}</b> }}
          />
        </li>
      </ol>
    </div>
  );
}

/** A need this young may come of an act whose answer is still on its way to the screen; milliseconds. */
const settlesAfter = 1500;

/**
 * The needs without those that an act has just made, as long as the code it gave out is on screen: a line that
 * comes in above would push the code away.
 */
function useSettledNeeds(all: readonly Need[] | null, served: string | null): readonly Need[] {
  const [settled, settle] = useState<ReadonlySet<string> | null>(null);
  const names = all?.map(nameOf).join('\n') ?? null;
  useEffect(() => {
    if (all === null) return;
    const now = () =>
      settle((before) => {
        const stays = (need: Need) => need.item.promotion.id !== served || before?.has(nameOf(need));
        return new Set(all.filter((need) => before === null || stays(need)).map(nameOf));
      });
    const timer = setTimeout(now, settled === null ? 0 : settlesAfter);
    return () => clearTimeout(timer);
  }, [names, served]);
  return (all ?? []).filter((need) => settled?.has(nameOf(need)) ?? true);
}

function nameOf({ kind, item }: Need): string {
  return `${kind} ${item.promotion.id}`;
}
