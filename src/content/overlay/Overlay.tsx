import { tickIds } from '../../domain/ticks';
import { say } from '../../words/say';
import {
  headline,
  type OverlayActions,
  type OverlayModel,
  onPurpose,
  summaryLine,
} from '../model/overlay-model';
import { Capture } from './Capture';
import { Checks, Group } from './Checks';
import { GuardDialog } from './GuardDialog';
import { Money } from './Money';
import { Pointing } from './Pointing';
import { Mark } from './parts/Mark';
import { Said } from './parts/Said';
import { bySeller } from './root/gate';
import { Steps } from './Steps';
import { Ticks } from './Ticks';

/** The panel over Amazon's page. Folded, it is a pill, and everything in it stays in the DOM. */
export function Overlay({ model, actions }: { model: OverlayModel; actions: OverlayActions }) {
  const { tally, folded, checklist } = model;
  const tone = !model.connected ? 'stale' : model.wrongStore !== '' ? 'fail' : toneOf(model);
  const guide = model.guide && !model.guideFolded && (
    <Steps guide={model.guide} brief={tally.fail > 0} actions={actions} />
  );
  return (
    <>
      <Said text={say('saidOf', headline(model))} />
      <p class="unseen" role="status" data-told>
        {toldBy(model)}
      </p>
      <section
        data-panel
        data-page={model.page}
        data-folded={folded}
        data-tone={tone}
        aria-label={say('name')}
        onKeyDown={bySeller((event) => {
          if (event.key !== 'Escape' || folded) return;
          actions.fold(true);
          event.currentTarget.querySelector<HTMLElement>('.title')?.focus();
        })}
      >
        <header>
          <h2>
            <button
              type="button"
              class="title"
              aria-expanded={!folded}
              aria-controls="claimcheck-body"
              title={say(folded ? 'openPanel' : 'foldPanel')}
              onClick={bySeller(() => actions.fold(!folded))}
            >
              <Mark tone={tone} />
              <span class="headline">{headline(model)}</span>
              <span class="chevron" aria-hidden="true" />
            </button>
          </h2>
          {checklist && (
            <p
              class="summary"
              data-summary
              data-pass={tally.pass}
              data-fail={tally.fail}
              data-confirm={tally.confirm}
              data-unreadable={tally.unreadable}
            >
              {summaryLine(model)}
            </p>
          )}
        </header>
        {model.pointing && <Pointing state={model.pointing} actions={actions} />}
        <div id="claimcheck-body" class="body" hidden={folded}>
          {model.wrongStore !== '' && (
            <p class="banner wrong" role="alert" data-wrong-store>
              {model.wrongStore}
            </p>
          )}
          {!model.connected && <p class="banner">{say('updatedNote')}</p>}
          {model.failed && (
            <p class="banner wrong" role="alert" data-failed>
              {say('readFailed')}
            </p>
          )}
          {model.escaped && (
            <p class="banner wrong" role="alert" data-escaped>
              {say('escaped')}
            </p>
          )}
          {!model.canHold && (
            <p class="banner quiet" data-cant-hold>
              {say('cantHold')}
            </p>
          )}
          {model.steppedAside && <p class="banner">{say('stepped')}</p>}
          {!model.languageKnown && <p class="banner quiet">{say('englishOnly')}</p>}
          {model.nextStep !== '' && (
            <p class="next">
              {model.nextStep}
              {model.groupName !== '' && (
                <button
                  type="button"
                  class="small"
                  data-copy-name={model.groupName}
                  onClick={bySeller(() => actions.copyName(model.groupName))}
                >
                  {model.nameCopied ? say('copiedName') : say('copyName', model.groupName)}
                </button>
              )}
            </p>
          )}
          {model.rows.length === 0 && guide}
          {checklist && <Checks model={model} checklist={checklist} actions={actions} />}
          {model.rows.length === 0 && <About model={model} actions={actions} />}
        </div>
        {model.rows.length > 0 && (
          <>
            <Capture model={model} actions={actions} />
            <div class="body" hidden={folded}>
              {guide}
              <About model={model} actions={actions} />
            </div>
          </>
        )}
        <footer hidden={folded}>
          <span class="store">{model.store}</span>
          {model.account !== '' && <span class="account">{model.account}</span>}
          {model.how && (
            <span class="how" data-how>
              {model.how.notFound.length === 0
                ? say('howAll', model.how.read)
                : say('how', model.how.read, model.how.notFound.length)}
            </span>
          )}
          {model.guide && model.guideFolded && (
            <button
              type="button"
              class="link"
              data-open-guide
              onClick={bySeller(() => actions.foldGuide(false))}
            >
              {say('guide')}
            </button>
          )}
          <button
            type="button"
            class="link"
            data-report
            title={say('reportWhat')}
            onClick={bySeller(() => actions.report())}
          >
            {model.reported || say('report')}
          </button>
        </footer>
      </section>
      {model.asking && (
        <GuardDialog
          held={model.asking}
          smaller={Math.max(
            0,
            tally.fail - model.asking.filter(({ state }) => state !== 'unreadable').length,
          )}
          confirm={(checklist?.results ?? []).filter(
            (result) => result.state === 'confirm' && result.confirmed === null,
          )}
          actions={actions}
        />
      )}
    </>
  );
}

/** What is at stake on a promotion's own pages, what is to be seen to, and the way to what is kept of it. */
function About({ model, actions }: { model: OverlayModel; actions: OverlayActions }) {
  if (model.checklist && model.page !== 'view') return null;
  // What is to be ended is made ready for nobody.
  const isUnsafe = model.page === 'view' && model.tally.fail > 0;
  const ofPromotion = ['view', 'claim-codes', 'submitted'].includes(model.page);
  return (
    <>
      <Money model={model} actions={actions} />
      {ofPromotion && (
        <>
          {!model.over && !isUnsafe && (
            <Group title={say('beforeCodes', tickIds.length)}>
              <Ticks />
            </Group>
          )}
          <p class="under">
            {say('openHereWhy')}{' '}
            <button type="button" class="small" data-open-here onClick={bySeller(actions.openWorkspace)}>
              {say('openHere')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** What the seller's last act came to, for those who listen. */
function toldBy({ pointing, reported, nameCopied, steppedAside }: OverlayModel): string {
  if (pointing) return pointing.text;
  if (reported !== '') return reported;
  return nameCopied ? say('copiedName') : steppedAside ? say('stepped') : '';
}

function toneOf({ page, checklist, tally, languageKnown, isQuiet }: OverlayModel): string {
  if (!checklist) return 'plain';
  if (!languageKnown) return 'unread';
  const failing = checklist.results.filter((result) => result.state === 'fail');
  const open = failing.filter((result) => !isQuiet(result));
  if (open.length > 0) return open.some(({ severity }) => severity === 'blocker') ? 'fail' : 'warn';
  if (failing.length > 0) return 'plain';
  // Amazon's own page leaves settings out.
  if (!tally.ready) return page === 'view' ? 'plain' : 'unread';
  // An offer page's only line: what was typed into it counts once it is saved.
  const unsaved = page === 'offer' && tally.confirm > 0;
  return tally.unreadable > 0 || unsaved || onPurpose(checklist.results) ? 'plain' : 'pass';
}
