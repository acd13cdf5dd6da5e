import { allHowRead, type HowKept, onHowRead } from '../../stored/how-read';
import { Notice } from '../../ui/parts/Notice';
import { Sentence } from '../../ui/parts/Sentence';
import { day } from '../../words/format';
import { say } from '../../words/say';
import { useRead } from '../parts/use-read';
import { settingWords } from './reading-words';

/** How each kind of page read last, by language: where Amazon changed a page, it shows here. Nothing nags. */
export function DriftList() {
  const { value, problem } = useRead(onHowRead, 'drift', allHowRead);
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value || value.length === 0) return null;
  return (
    <details class="drift cc-whole">
      <summary>{say('driftTitle')}</summary>
      <ul>
        {value.map(([of, kept]) => (
          <li key={of} data-drift={of}>
            <Sentence of={pageWords(kept)} parts={{ page: <b>{of}</b> }} />
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

function lastFound({ fields }: HowKept, name: string): string {
  const last = fields[name];
  const setting = settingWords(name);
  return last
    ? say('driftLast', { setting, day: day(last.at), how: last.how })
    : say('driftNever', { setting });
}

function pageWords({ at, read, notFound }: HowKept): string {
  return say('driftPage', { page: '{page}', read, missing: notFound.length, day: day(at) });
}
