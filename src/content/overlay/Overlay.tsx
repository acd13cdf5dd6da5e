import { say } from '../../platform/i18n';
import type { KeptProof } from '../proof';
import { Capture } from './Capture';
import { Checks } from './Checks';
import { GuardDialog } from './GuardDialog';
import { Mark } from './Mark';
import { headline, type OverlayActions, type OverlayModel, onPurpose, summaryLine } from './model';

/** The panel over Amazon's page. Folded, it is a pill, and everything in it stays in the DOM. */
export function Overlay({ model, actions }: { model: OverlayModel; actions: OverlayActions }) {
  const { tally, folded, checklist } = model;
  const tone = !model.connected ? 'stale' : toneOf(model);
  return (
    <>
      <section
        data-panel
        data-page={model.page}
        data-folded={folded}
        data-tone={tone}
        aria-label={say('name')}
      >
        <header>
          <button
            type="button"
            class="title"
            aria-expanded={!folded}
            aria-controls="claimcheck-body"
            onClick={(event) => event.isTrusted && actions.fold(!folded)}
          >
            <Mark tone={tone} />
            <span class="headline" role="status">
              {headline(model)}
            </span>
            <span class="chevron" aria-hidden="true" />
            <span class="unseen">{say(folded ? 'openPanel' : 'foldPanel')}</span>
          </button>
          {checklist && (
            <p
              class="summary"
              data-summary
              data-pass={tally.pass}
              data-fail={tally.fail}
              data-confirm={tally.confirm}
              data-unreadable={tally.unreadable}
            >
              {summaryLine(tally)}
            </p>
          )}
        </header>
        <div id="claimcheck-body" class="body" hidden={folded}>
          {!model.connected && <p class="banner">{say('updatedNote')}</p>}
          {model.steppedAside && (
            <p class="banner" role="status">
              {say('stepped')}
            </p>
          )}
          {!model.languageKnown && <p class="banner quiet">{say('englishOnly')}</p>}
          {model.nextStep !== '' && <p class="next">{model.nextStep}</p>}
          {checklist && <Checks model={model} checklist={checklist} actions={actions} />}
          {model.proof && <Kept proof={model.proof} actions={actions} />}
        </div>
        {model.groups.length > 0 && <Capture model={model} actions={actions} />}
        <footer hidden={folded}>
          <span class="store">{model.store}</span>
          {model.account !== '' && <span class="account">{model.account}</span>}
          {model.how && (
            <span class="how" data-how>
              {say('how', model.how.read, model.how.notFound.length)}
            </span>
          )}
          <button
            type="button"
            class="link"
            data-report
            title={say('reportWhat')}
            onClick={(event) => event.isTrusted && actions.report()}
          >
            <span role="status">{model.reported || say('report')}</span>
          </button>
        </footer>
      </section>
      {model.asking && (
        <GuardDialog
          blockers={model.asking}
          confirm={(checklist?.results ?? []).filter(
            (result) => result.state === 'confirm' && result.confirmed === null,
          )}
          actions={actions}
        />
      )}
    </>
  );
}

function Kept({ proof, actions }: { proof: KeptProof; actions: OverlayActions }) {
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(proof.at));
  return (
    <p class="aside" data-proof={proof.id}>
      {proof.overridden > 0 ? say('proofOver', date, proof.overridden) : say('proof', date)}{' '}
      <button
        type="button"
        class="link"
        onClick={(event) => event.isTrusted && actions.openWorkspace(`proof/${proof.id}`)}
      >
        {say('seeProof')}
      </button>
    </p>
  );
}

function toneOf({ checklist, tally, languageKnown, isQuiet }: OverlayModel): string {
  if (!checklist) return 'plain';
  if (!languageKnown) return 'unread';
  const failing = checklist.results.filter((result) => result.state === 'fail');
  if (failing.some((result) => !isQuiet(result))) return 'fail';
  if (failing.length > 0) return 'plain';
  if (!tally.ready) return 'unread';
  return tally.unreadable > 0 || onPurpose(checklist.results) ? 'plain' : 'pass';
}
