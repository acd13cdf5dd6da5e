import { useState } from 'preact/hooks';
import type { Pool } from '../../actions/pool';
import { copyText } from '../../platform/clipboard';
import { Notice } from '../../ui/parts/Notice';
import { listed } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { type ProofSheet, proofSheet, proofText } from './proof-words';

/** What stood on a promotion's form when it was submitted, on one page to print or share. */
export function ProofPage({ pool, id }: { pool: Pool; id: string }) {
  const { value, problem } = useRead(pool.onChange, `proof ${id}`, async () => ({
    proof: await pool.getProof(id),
  }));
  if (problem) return <Notice tone="problem" text={problem} />;
  if (!value) return null;
  if (!value.proof) {
    return <Notice tone="problem" text={say('proofMissing')} />;
  }
  return <Sheet sheet={proofSheet(value.proof)} />;
}

function Sheet({ sheet }: { sheet: ProofSheet }) {
  const [told, setTold] = useState('');
  const isShown = sheet.lines.some(({ shown }) => shown !== null);
  async function copy() {
    const copied = await copyText(proofText(sheet));
    setTold(say(copied ? 'proofCopied' : 'proofNoClipboard'));
  }
  return (
    <article class="panel proof" data-testid="proof">
      <h2>{sheet.title}</h2>
      <p class="cc-hint">
        {!sheet.hasForm
          ? say('proofNoForm')
          : sheet.passedOver > 0
            ? sayCount('proofAboutOver', sheet.passedOver)
            : say('proofAbout')}
      </p>
      {sheet.unsafe.length > 0 && (
        <Notice
          tone="problem"
          testId="proof-unsafe"
          text={say('proofUnsafe', { settings: listed(sheet.unsafe) })}
        />
      )}
      {sheet.changed.length > 0 && (
        <Notice
          tone="warning"
          testId="proof-changed"
          text={say('proofChanged', { settings: listed(sheet.changed) })}
        />
      )}
      <dl class="proof-facts">
        {sheet.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table class="proof-lines">
        <thead>
          <tr>
            <th scope="col">{say('proofColumnSetting')}</th>
            {sheet.hasForm && <th scope="col">{say('proofColumnForm')}</th>}
            {isShown && <th scope="col">{say('proofColumnShown')}</th>}
            <th scope="col">{say('proofColumnCheck')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.id} data-proof-line={line.id} data-state={line.state}>
              <th scope="row">
                {line.label}
                {line.fixed && <small>{say('proofFixed')}</small>}
              </th>
              {sheet.hasForm && <td>{line.have}</td>}
              {isShown && (
                <td class={line.amiss ? 'proof-amiss' : undefined}>{line.shown ?? say('proofNotRead')}</td>
              )}
              <td>{line.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="cc-row proof-acts">
        <button type="button" class="cc-button" onClick={() => print()}>
          {say('proofPrint')}
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="proof-copy" onClick={() => void copy()}>
          {say('proofCopy')}
        </button>
        <span role="status">{told}</span>
      </div>
    </article>
  );
}
