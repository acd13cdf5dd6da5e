/** What opens and closes text that is struck out: in Markdown and chats, in HTML and in forums. */
const marks = /(?<!~)~~(?!~)|<(\/?)(?:s|strike|del)(?:\s[^<>]{0,200})?>|\[(\/?)(?:s|strike)\]/gi;
/** A chat's single marks belong together on one line, around what they strike out. */
const single = /(?<![~\p{L}\p{N}])~(?![~\s])[^~]{1,200}(?<!\s)~(?![~\p{L}\p{N}])/gu;
const styled = /<[^<>]{0,200}line-through/i;
const mayMark = /[~<[]/;

/** Which codes of a text are struck out. It is shown every line in turn: what is struck out may go on over several. */
export class Struck {
  #open = false;
  #line = '';
  #stretches: (readonly [from: number, end: number])[] = [];

  read(line: string): void {
    // Most lines of most files are the code alone.
    this.#line = line;
    if (!mayMark.test(line)) {
      this.#stretches = this.#open ? [[0, line.length]] : [];
      return;
    }
    this.#stretches = styled.test(line) ? [[0, line.length]] : [];
    for (const { 0: text, index } of line.matchAll(single))
      this.#stretches.push([index, index + text.length]);
    let from = 0;
    for (const { 0: text, 1: slash, 2: stroke, index } of line.matchAll(marks)) {
      if (this.#open) this.#stretches.push([from, index]);
      const closes = text === '~~' ? this.#open : (slash ?? stroke) === '/';
      this.#open = !closes;
      from = index + text.length;
    }
    if (this.#open) this.#stretches.push([from, line.length]);
  }

  /** Whether this code of the line read last is. One written in another way is, where anything on its line is. */
  holds(code: string): boolean {
    if (this.#stretches.length === 0) return false;
    const at = this.#line.toUpperCase().indexOf(code);
    return at < 0 || this.#stretches.some(([from, end]) => at >= from && at < end);
  }
}
