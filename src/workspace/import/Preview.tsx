import type { ImportForm, ImportStage } from '../../actions/import/import-state';
import type { Forward } from '../../actions/pool';
import { wholeNumber } from '../../domain/text/whole-number';
import type { Charset } from '../../files';
import { Notice } from '../../ui/parts/Notice';
import { codes, number } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { CharsetChoice } from './choose/CharsetChoice';
import { LineLists } from './LineLists';

interface PreviewProps {
  stage: Extract<ImportStage, { kind: 'preview' }>;
  form: ImportForm;
  /** What the list tells of codes that are here. */
  forward: Forward;
  onFill: (patch: Partial<ImportForm>) => void;
  onCharset: (charset: Charset) => void;
}

/** What is in the list, before anything is kept: every line read is counted in exactly one number. */
export function Preview({ stage, form, forward, onFill, onCharset }: PreviewProps) {
  const { plan, told, remark } = stage;
  const { file } = plan;
  const asked = wholeNumber(form.quantity);
  const inLine = forward.left + (form.takeBack ? forward.cameBack.length : 0);
  const rest = [
    ['double', plan.duplicates.length],
    ['not understood', file.rejected.length],
    ['look multi-use', file.suspects.length],
    ['blank', file.blank],
    ['header', file.header],
  ] as const;
  return (
    <section
      class="preview"
      aria-label={`What is in ${file.name}`}
      data-testid="import-preview"
      data-added={plan.added}
      data-duplicate={plan.duplicates.length}
      data-rejected={file.rejected.length}
      data-blank={file.blank}
      data-header={file.header}
      data-suspect={file.suspects.length}
      data-forward={forward.further.length}
    >
      <h3 tabIndex={-1}>{file.name}</h3>
      <p class="preview-added">
        <b>{number(plan.added)}</b> new here
      </p>
      <ul
        class="preview-rest"
        aria-label={`The other ${number(file.lines - plan.added)} of ${number(file.lines)} lines`}
      >
        {rest
          .filter(([, count]) => count > 0)
          .map(([word, count]) => (
            <li key={word}>
              <b>{number(count)}</b> {word}
            </li>
          ))}
        <li>
          <b>{number(file.lines)}</b> {file.lines === 1 ? 'line' : 'lines'} read
        </li>
      </ul>
      {forward.further.length > 0 && <Notice tone="warning" text={forwardWords(forward.further)} />}
      {forward.cameBack.length > 0 && (
        <label class="cc-check">
          <input
            type="checkbox"
            checked={form.takeBack}
            data-testid="import-take-back"
            onChange={(event) => onFill({ takeBack: event.currentTarget.checked })}
          />
          <span>
            {codes(forward.cameBack.length)} that {forward.cameBack.length === 1 ? 'is' : 'are'} given out
            here came back since, this history says. Put {forward.cameBack.length === 1 ? 'it' : 'them'} back
            into the line.
          </span>
        </label>
      )}
      {inLine > 0 && <Notice tone="warning" text={inLineWords(inLine)} testId="import-in-line" />}
      {plan.differing > 0 && (
        <Notice
          tone="warning"
          text={`Of ${codes(plan.differing)} this list tells different states. Each counts as far as it came: used, canceled, given out, moved, on hold, left.`}
        />
      )}
      {told.length > 1 && (
        <Notice
          tone="warning"
          text={`This history holds ${number(told.length)} promotions. Each code goes to its own:`}
        />
      )}
      {told.length > 1 && (
        <ul class="preview-told" data-testid="import-told">
          {told
            .filter((each) => each.count > 0)
            .map(({ name, marketplace, count }) => (
              <li key={`${name} ${marketplace}`}>
                <b>{name}</b> ({marketplace ?? 'store not known'}): {codes(count)}
              </li>
            ))}
        </ul>
      )}
      {file.charset && <CharsetChoice charset={file.charset} onChoose={onCharset} />}
      {remark && <Notice tone="warning" text={remark} />}
      {asked !== null && asked !== file.codes.length && (
        <Notice
          tone="warning"
          text={`Amazon was asked for ${codes(asked)}; the file holds ${number(file.codes.length)}.`}
        />
      )}
      {plan.lookAlikes > 0 && (
        <Notice
          tone="warning"
          text={`${codes(plan.lookAlikes)} here differ from another only by 0 and O or 1 and I, which Amazon reads alike. They are added; check them before giving them out.`}
        />
      )}
      {file.remarks.map(inWords).map((each) => (
        <Notice key={each} tone="warning" text={each} />
      ))}
      <LineLists plan={plan} />
    </section>
  );
}

/** “10 of your codes were given out elsewhere: they will be marked so.” */
function forwardWords(further: readonly { readonly here: string }[]): string {
  const many = further.length === 1 ? '1 of your codes has' : `${number(further.length)} of your codes have`;
  return `${many} come farther than is known here: given out, canceled or used. Adding this list marks ${further.length === 1 ? 'it' : 'them'} so.`;
}

/** A history is a look back: nothing tells here what its own computer has given out since. */
function inLineWords(count: number): string {
  const one = count === 1;
  return `${codes(count)} that this history tells as left ${one ? 'goes' : 'go'} into the line here. Where it was saved ${one ? 'it' : 'they'} may be in the line, too, or given out since: give ${one ? 'it' : 'them'} out in one place only.`;
}
