import { useEffect, useState } from 'preact/hooks';
import { version } from '../../platform/self';
import { versionSeen } from '../../stored/version-seen';
import { say } from '../../words/say';

/** After an update, one quiet line until it is closed. Whoever has just installed hears of no update. */
export function WhatsNew() {
  const [isNew, setNew] = useState(false);
  const installed = version();
  useEffect(() => {
    const look = async () => {
      const seen = await versionSeen.read();
      if (seen === null) await versionSeen.write(installed);
      setNew(seen !== null && seen !== installed);
    };
    look().catch((error: unknown) => console.warn('Which version was seen last is not known:', error));
  }, [installed]);
  if (!isNew) return null;
  const close = () => {
    setNew(false);
    versionSeen
      .write(installed)
      .catch((error: unknown) => console.warn('The note of the update will come again:', error));
  };
  return (
    <p class="whats-new" role="status" data-testid="whats-new">
      <span>{say('newsUpdated', { version: installed, news: say('newsText') })}</span>
      <button type="button" class="cc-button cc-small" onClick={close}>
        {say('newsClose')}
      </button>
    </p>
  );
}
