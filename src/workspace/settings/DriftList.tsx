import { allHowRead, type HowKept, onHowRead } from '../../stored/how-read';
import { Notice } from '../../ui/parts/Notice';
import { useRead } from '../parts/use-read';
import { day, settingWords } from './reading-words';

/** How each kind of page read last, by language: where Amazon changed a page, it shows here. Nothing nags. */
export function DriftList() {
  const { value, problem } = useRead(onHowRead, 'drift', allHowRead);
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value || value.length === 0) return null;
  return (
    <details class="drift cc-whole">
      <summary>How pages were read</summary>
      <ul>
        {value.map(([of, kept]) => (
          <li key={of} data-drift={of}>
            <b>{of}</b>: {kept.read} read, {kept.notFound.length} not found, on {day(kept.at)}
            {kept.notFound.map((name) => (
              <p key={name} class="cc-hint">
                {settingWords(name)}: {lastFound(kept, name)}
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
  return last ? `last found on ${day(last.at)} by ${last.how}` : 'never found here';
}
