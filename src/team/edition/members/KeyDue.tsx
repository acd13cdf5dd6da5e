import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import { changeKey } from '../../pages/owner-acts';
import type { TeamHere } from '../../pages/team-here';
import { useWork } from '../parts/use-work';

/** After somebody left by themselves, who still knows the key: an owner changes it. */
export function KeyDue({ here }: { here: TeamHere }) {
  const { busy, told, run } = useWork();
  return (
    <section class="panel settings-wide team-due" aria-labelledby="team-key-title">
      <h3 id="team-key-title">{say('teamKeyDue')}</h3>
      <p>{say('teamKeyDueWhat')}</p>
      <button
        type="button"
        class="cc-button cc-primary"
        data-testid="team-change-key"
        disabled={busy}
        onClick={() =>
          void run(async () => {
            await changeKey(here);
            return null;
          })
        }
      >
        {say('teamKeyChange')}
      </button>
      <Told told={told} testId="team-key-told" />
    </section>
  );
}
