import { codesInLine, codesInText, withCodes } from '../../../domain/codes/codes-in-text';

const strikes = 's, strike, del, [style*="line-through" i]';
const rules = /\.([\w-]{1,100})(?![\w-])[^{}.]{0,200}\{([^{}]{0,5000})\}/g;

/**
 * A pasted text, with the codes marked that are struck out where it was copied: a spreadsheet or a document says so
 * beside the plain text only. In a table a line through any cell of a row is one through its codes.
 */
export function withStruckMarked(text: string, html: string): string {
  if (!/line-through|<(?:s|strike|del)[\s>]/i.test(html)) return text;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const styles = [...page.querySelectorAll('style')].map((style) => style.textContent);
  const classes = styles.flatMap((sheet) =>
    [...sheet.matchAll(rules)].flatMap(([, name = '', rule = '']) =>
      /line-through/i.test(rule) ? [`.${CSS.escape(name)}`] : [],
    ),
  );
  const struck = new Set<string>();
  for (const each of page.querySelectorAll([strikes, ...classes].join())) {
    const row = each.closest('tr');
    const cells = row ? [...row.cells] : [each];
    for (const code of codesInText(cells.map((cell) => cell.textContent).join('\n'))) struck.add(code);
  }
  const marked = (line: string) => withCodes(line, (code) => (struck.has(code) ? `~~${code}~~` : code));
  const hold = (line: string) => codesInLine(line, 'comparing').some((code) => struck.has(code));
  return text.replace(/[^\r\n]+/g, (line) => (hold(line) ? marked(line) : line));
}
