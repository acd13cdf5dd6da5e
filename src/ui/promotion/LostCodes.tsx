import { codes, number, onTime } from '../../words/format';
import { useNow } from '../parts/use-now';

interface LostCodesProps {
  /** How many codes there were, when (ISO), and how many are here now. */
  lost: { readonly codes: number; readonly at: string; readonly here: number };
  onSeenTo: () => void;
}

/** The browser no longer has what was kept in it: what happened, and what is safe to do. */
export function LostCodes({ lost, onSeenTo }: LostCodesProps) {
  const { here } = lost;
  const now = useNow();
  return (
    <section class="cc-notice cc-notice-problem cc-lost" role="alert" data-testid="lost-codes">
      <h2>This browser lost codes kept in it</h2>
      <p>
        {onTime(lost.at, now).replace(/^./, (first) => first.toUpperCase())} there were{' '}
        <b>{codes(lost.codes)}</b> here. Now there are{' '}
        {here === 0 ? 'none' : `${number(here)}, as they stood before that`}. Claimcheck deletes nothing: the
        browser, a cleaning program or the disk did.
      </p>
      <ol>
        <li>
          <b>Don’t add Amazon’s ZIP as new codes.</b> Some are out already and would go out twice.
        </li>
        <li>
          <a href="../workspace/index.html#/settings">Load the copy you saved last</a>. What it holds as left
          stays kept back until you release it.
        </li>
        <li>
          No copy? Add the ZIP as <b>partly given out already</b>, with the list of those sent.
        </li>
      </ol>
      <button type="button" class="cc-button" onClick={onSeenTo}>
        I have seen to it
      </button>
    </section>
  );
}
