import { useState } from 'preact/hooks';
import type { Pool } from '../../actions/pool';
import { copyText } from '../../platform/clipboard';
import { Notice } from '../../ui/parts/Notice';
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
  async function copy() {
    const copied = await copyText(proofText(sheet));
    setTold(say(copied ? 'proofCopied' : 'proofNoClipboard'));
  }
  return (
    <article class="panel proof" data-testid="proof">
      <h2>{sheet.title}</h2>
      <p class="cc-hint">
        {sheet.passedOver > 0 ? sayCount('proofAboutOver', sheet.passedOver) : say('proofAbout')}
      </p>
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
            <th scope="col">{say('proofColumnForm')}</th>
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
              <td>{line.have}</td>
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
