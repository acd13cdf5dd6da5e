import { onKeptChange } from '../../platform/kept';
import { browser } from '../../platform/native';
import { Notice } from '../../ui/parts/Notice';
import { Sentence } from '../../ui/parts/Sentence';
import { longDay } from '../../words/format';
import { say } from '../../words/say';
import { useRead } from '../parts/use-read';
import { settingWords } from './reading-words';

interface Kept {
  readonly at: string;
  readonly read: number;
  readonly notFound: readonly string[];
  readonly fields: Readonly<Record<string, { readonly how: string; readonly at: string }>>;
}

const onRead = (listener: () => void) => onKeptChange('how ', listener);

/** How each kind of page read last, by language: where Amazon changed a page, it shows here. Nothing nags. */
export function DriftList() {
  const { value, problem } = useRead(onRead, 'drift', async () => {
    const stored = (await browser.storage.local.get(null)) as Record<string, Kept>;
    return Object.entries(stored).filter(([key]) => key.startsWith('how '));
  });
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value || value.length === 0) return null;
  return (
    <details class="drift cc-whole">
      <summary>{say('driftTitle')}</summary>
      <ul>
        {value.map(([key, kept]) => (
          <li key={key} data-drift={key.slice(4)}>
            <Sentence of={pageWords(kept)} parts={{ page: <b>{key.slice(4)}</b> }} />
            {kept.notFound.map((name) => (
              <p key={name} class="cc-hint">
                {lastFound(kept, name)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function lastFound({ fields }: Kept, name: string): string {
  const last = fields[name];
  const setting = settingWords(name);
  return last
    ? say('driftLast', { setting, day: longDay(last.at), how: last.how })
    : say('driftNever', { setting });
}

function pageWords({ at, read, notFound }: Kept): string {
  return say('driftPage', { page: '{page}', read, missing: notFound.length, day: longDay(at) });
}
