import { FileProblem } from './file-problem';

const page = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
/** How browsers save a whole page in one file (MHTML). */
const savedPage =
  /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)[\s\S]{0,2000}multipart\/related/i;
/** The ids of Amazon's sign-in form and its address; they are the same in every language. */
const signIn = /\bap_(?:email|password|signin)|\/ap\/signin|name=(?:3D)?["']?signIn\b/i;

/** Throws `web-page` for a page saved in place of the codes, which happens when Amazon's session has ended. */
export function refuseWebPage(name: string, text: string): void {
  const start = text.slice(0, 10_000);
  if (!page.test(start) && !savedPage.test(start)) return;
  throw new FileProblem(
    'web-page',
    signIn.test(text)
      ? `“${name}”: This is a web page (Amazon's sign-in page), not the codes. Sign in, then download again.`
      : `“${name}”: This is a web page, not the codes. Open Amazon's claim code page, make sure you are signed in, and use its Download link again.`,
  );
}
