import { said } from '../../domain/problem';
import { FileProblem } from './file-problem';

const page = /^<(?:!doctype\s+html|html|head|body)\b/i;
/** As much of a page as is looked through for its sign-in form. */
const pageLength = 2_000_000;
/** How browsers save a whole page in one file (MHTML). */
const savedPage =
  /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)[\s\S]{0,2000}multipart\/related/i;
/** The ids of Amazon's sign-in form and its address; they are the same in every language. */
const signIn = /\bap_(?:email|password|signin)|\/ap\/signin|name=(?:3D)?["']?signIn\b/i;

/** Where a page's own text begins: after blanks, the mark of XML and any number of comments. */
function pastComments(text: string): number {
  for (let at = 0; ; ) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null;
    const end = close === null ? -1 : text.indexOf(close, at + 2);
    if (close === null || end < 0) return at;
    at = end + close.length;
  }
}

/** Throws `web-page` for a page saved in place of the codes, which happens when Amazon's session has ended. */
export function refuseWebPage(name: string, text: string): void {
  const start = text.slice(0, 10_000);
  if (!page.test(start.slice(pastComments(start))) && !savedPage.test(start)) return;
  throw new FileProblem(
    'web-page',
    said(signIn.test(text.slice(0, pageLength)) ? 'problemFileWebSignIn' : 'problemFileWebPage', {
      file: name,
    }),
  );
}
