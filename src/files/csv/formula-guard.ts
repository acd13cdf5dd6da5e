/*
 * Spreadsheets run a cell that begins with one of these. A cell can also come to begin inside our
 * text: where the system's list separator is a semicolon, Excel splits our lines at semicolons, tabs
 * and line breaks whatever the quotes say. So the guard stands at such places too. It also goes
 * before guards that were there already, so that taking one away gives back exactly what was.
 */
const places = (guard: string) =>
  new RegExp(`^${guard}(?='*[=+\\-@\\t\\r\\n＝＋－＠])|(?<=[;\\t\\r\\n])${guard}(?='*[=+\\-@＝＋－＠])`, 'g');
const unguarded = places('');
const guarded = places("'");
/** Most cells hold nothing of the kind, codes with their hyphens among them; this is quicker than looking for places. */
const mayRun = /^'*[=+\-@＝＋－＠]|[;\t\r\n]/;

/** Text that a spreadsheet shows instead of running it. */
export function guardFormula(text: string): string {
  return mayRun.test(text) ? text.replace(unguarded, "'") : text;
}

/** The text that `guardFormula` was given; text it never changed comes back as it is. */
export function unguardFormula(text: string): string {
  return text.includes("'") ? text.replace(guarded, '') : text;
}
