import type { ComponentChildren } from 'preact';
import type { Checklist, CheckResult } from '../../domain/checks';
import { say } from '../../words/say';
import { type OverlayActions, type OverlayModel, openBefore } from '../model/overlay-model';
import { CheckLine } from './CheckLine';
import { Money } from './Money';
import { Fold } from './parts/Fold';
import { Ticks } from './Ticks';

const orderLimit = 'max-order-quantity';

interface Props {
  readonly model: OverlayModel;
  readonly checklist: Checklist;
  readonly actions: OverlayActions;
}

/** The lines, worst first: to fix, for the seller, unread, then what is right, folded away. */
export function Checks({ model, checklist, actions }: Props) {
  const { results, notApplicable, fixed } = checklist;
  const failing = results.filter((result) => result.state === 'fail').sort((a, b) => weight(a) - weight(b));
  const confirm = results.filter((result) => result.state === 'confirm' && result.id !== orderLimit);
  const limit = results.filter((result) => result.state === 'confirm' && result.id === orderLimit);
  const later = results.filter((each) => failing.some(({ id }) => id === each.after));
  const unread = results.filter((each) => each.state === 'unreadable' && !later.includes(each));
  const passing = results.filter((result) => result.state === 'pass');
  function lines(some: readonly CheckResult[], openFirst = false) {
    return some.map((result, at) => (
      <CheckLine
        key={result.id}
        result={result}
        quiet={model.isQuiet(result)}
        open={openFirst && at === 0}
        onSummary={model.isSummary}
        onOffer={model.page === 'offer'}
        actions={actions}
      />
    ));
  }
  return (
    <>
      {failing.length > 0 && <ul aria-label={say('toFix')}>{lines(failing, true)}</ul>}
      {later.length > 0 && (
        <Fold title={say('firstFix', later[0] ? shouldOf(later[0], failing) : '', later.length)}>
          <ul>{lines(later)}</ul>
        </Fold>
      )}
      {confirm.length > 0 && (
        <Group title={say('state_confirm')}>
          <ul>{lines(confirm)}</ul>
        </Group>
      )}
      {unread.length > 0 &&
        (model.languageKnown && !model.isSummary ? (
          <Group title={say('state_unreadable')}>
            <ul>{lines(unread)}</ul>
          </Group>
        ) : (
          <Fold title={say(model.languageKnown ? 'leftOutCount' : 'notReadCount', unread.length)}>
            <ul>{lines(unread)}</ul>
          </Fold>
        ))}
      {model.page !== 'view' && <Money model={model} actions={actions} />}
      {model.page === 'offer' && limit.length > 0 && <ul>{lines(limit, true)}</ul>}
      {model.page !== 'offer' && model.page !== 'view' && (
        <Group title={say('beforeCodes', openBefore(checklist))}>
          <Ticks without={['order-limit']}>{lines(limit, true)}</Ticks>
          <p class="under">{say('tickLater')}</p>
        </Group>
      )}
      {passing.length > 0 && (
        <Fold title={say('sumOk', passing.length)}>
          <ul>{lines(passing)}</ul>
        </Fold>
      )}
      {notApplicable.length > 0 && <p class="aside">{say('notApplying', notApplicable.length)}</p>}
      {fixed.length > 0 && <p class="aside">{say('fixedCount', fixed.length)}</p>}
    </>
  );
}

/** Lines under a title. */
export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="group">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function weight(result: CheckResult): number {
  return (result.severity === 'blocker' ? 0 : 2) + (result.unset ? 1 : 0);
}

/** What the check that another waits for should be. */
function shouldOf({ after }: CheckResult, failing: readonly CheckResult[]): string {
  return failing.find(({ id }) => id === after)?.should ?? '';
}
