import { useState } from 'preact/hooks';
import type { Pool } from '../../actions/pool';
import { copyText } from '../../platform/clipboard';
import { Notice } from '../../ui/parts/Notice';
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
    return (
      <Notice tone="problem" text="This proof is not in this browser. It is kept where Submit was pressed." />
    );
  }
  return <Sheet sheet={proofSheet(value.proof)} />;
}

function Sheet({ sheet }: { sheet: ProofSheet }) {
  const [told, setTold] = useState('');
  async function copy() {
    const copied = await copyText(proofText(sheet));
    setTold(copied ? 'Copied.' : 'The browser refused the clipboard. Select the text and copy it by hand.');
  }
  return (
    <article class="panel proof" data-testid="proof">
      <h1>{sheet.title}</h1>
      <p class="cc-hint">
        What stood on the form
        {sheet.passedOver > 0 && `; ${sheet.passedOver} passed over on purpose`}. No claim code and no account
        name is on this page.
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
            <th scope="col">Setting</th>
            <th scope="col">On the form</th>
            <th scope="col">Check</th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.id} data-proof-line={line.id} data-state={line.state}>
              <th scope="row">
                {line.label}
                {line.fixed && <small>can’t be changed any more</small>}
              </th>
              <td>{line.have}</td>
              <td>{line.verdict}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="cc-row proof-acts">
        <button type="button" class="cc-button" onClick={() => print()}>
          Print
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="proof-copy" onClick={() => void copy()}>
          Copy as text
        </button>
        <span role="status">{told}</span>
      </div>
    </article>
  );
}
