import { useEffect, useState } from 'preact/hooks';
import { allWithheld, askForPages, onAccessChange, settingsOf } from '../platform/site-access';
import { Notice } from '../ui/parts/Notice';
import { say } from '../words/say';

/** `refused`: the seller, or the browser, said no to being asked. */
type Access = 'unknown' | 'withheld' | 'refused' | 'allowed-now';

const where = { chromium: 'accessWhereChrome', firefox: 'accessWhereFirefox' } as const;

/** Says so where the browser keeps us from Amazon's pages, and has it ask. Nothing is shown where all is well. */
export function SiteAccess() {
  const [access, setAccess] = useState<Access>('unknown');
  useEffect(() => {
    const look = () =>
      void allWithheld().then(
        (withheld) =>
          setAccess((before) => {
            if (withheld) return before === 'refused' ? before : 'withheld';
            return before === 'unknown' ? before : 'allowed-now';
          }),
        // A browser that doesn't say is not one that refuses.
        (error: unknown) => console.warn('Which pages are allowed is not known:', error),
      );
    look();
    return onAccessChange(look);
  }, []);
  const ask = () =>
    // Nothing may be awaited before: the browser asks only in the click.
    void askForPages().then(
      (allowed) => setAccess(allowed ? 'allowed-now' : 'refused'),
      (error: unknown) => {
        console.warn('The browser did not ask:', error);
        setAccess('refused');
      },
    );
  if (access === 'unknown') return null;
  if (access === 'allowed-now') return <Notice tone="done" text={say('accessReload')} />;
  return (
    <div class="site-access" data-testid="site-access">
      <Notice tone="warning" text={say('accessWithheld')} action={{ label: say('accessAllow'), run: ask }} />
      {access === 'refused' && (
        <p class="cc-hint" role="status">
          {say('accessRefused', { where: say(where[settingsOf()]) })}
        </p>
      )}
    </div>
  );
}
