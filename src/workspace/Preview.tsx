import type { ImportForm, ImportStage } from '../actions/import-state';
import { wholeNumber } from '../domain/whole-number';
import type { Charset } from '../files';
import { codes, number } from '../ui/format';
import { Notice } from '../ui/Notice';
import { CharsetChoice } from './CharsetChoice';
import { LineLists } from './LineLists';

interface PreviewProps {
  stage: Extract<ImportStage, { kind: 'preview' }>;
  form: ImportForm;
  onCharset: (charset: Charset) => void;
}

/** What is in the list, before anything is kept: every line read is counted in exactly one number. */
export function Preview({ stage, form, onCharset }: PreviewProps) {
  const { plan, remark } = stage;
  const { file } = plan;
  const asked = wholeNumber(form.quantity);
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
      {file.remarks.map((each) => (
        <Notice key={each} tone="warning" text={each} />
      ))}
      <LineLists plan={plan} />
    </section>
  );
}
