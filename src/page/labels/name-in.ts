import { attr, find, matches, nodesOf, tagOf, textOf } from '../dom/dom';
import { oncePerLook } from '../dom/once';
import { negation, plain, takesBack as takesBackShortly } from '../values/text';
import { onOrOff } from '../values/yes-no';

const silent = /^(SELECT|TEXTAREA|INPUT|BUTTON|SCRIPT|STYLE|SVG|TEMPLATE)$/i;
/** What begins something else than the name: a line of its own, a link, a translation. */
const apart =
  'br, small, a, p, div, ul, ol, h1, h2, h3, h4, h5, h6, [role=note], [role=tooltip], [role=link], .notranslate, [class*="translat" i], [class*="help" i], [class*="hint" i], [class*="descr" i], [class*="note" i]';

/**
 * The name in a label that may hold help, a link or a translation too: all of its text, or the first part
 * where the rest stands apart from it and doesn't take it back.
 */
export function nameIn(label: HTMLElement): string {
  const parts = partsOf(label);
  const [first = pictureIn(label), ...rest] = parts;
  if (rest.length === 0) return first;
  const help = plain(rest.join(' '));
  return takesBack(help) ? parts.join(' ') : first;
}

/** What a picture in an element stands for. */
export function pictureIn(el: HTMLElement): string {
  const drawn = find(el, 'img[alt], [role=img][aria-label], svg > title');
  return attr(drawn, 'alt') ?? attr(drawn, 'aria-label') ?? textOf(drawn);
}

/** "Not any more", "(switched off)": a short text that turns the name before it round. */
function takesBack(help: string): boolean {
  const words = help.split(/[\s,.;:()]+/).filter((word) => word !== '');
  if (words.length > 5) return /^(?!no (?!longer))/.test(help) && negation.test(words.slice(0, 3).join(' '));
  return (
    takesBackShortly(help) ||
    words.some((word, at) => [word, words.slice(at).join(' ')].some((text) => onOrOff(text) === false))
  );
}

/**
 * The texts of an element, one for each part that stands apart; controls in it don't speak. A label is asked for by its
 * control, by those beside it, and for its name.
 */
export const partsOf = oncePerLook((label: HTMLElement): readonly string[] => {
  const parts = [''];
  const add = (text: string) => {
    parts.push((parts.pop() ?? '') + text);
  };
  const last = () => (parts.at(-1) ?? '').trim() !== '';
  function collect(node: Node): void {
    if (node instanceof Text) add(node.data);
    if (!(node instanceof HTMLElement) || silent.test(tagOf(node))) return;
    const breaks = standsApart(node);
    if (breaks && last()) parts.push('');
    add(' ');
    collectIn(node);
    add(' ');
    if (breaks && last()) parts.push('');
  }
  function collectIn(el: HTMLElement): void {
    add(styledText(el, '::before'));
    for (const child of nodesOf(el)) collect(child);
    add(styledText(el, '::after'));
  }
  collectIn(label);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
});

/** Words that a style sheet draws before or behind what an element says; letters of an icon font are a picture. */
function styledText(el: HTMLElement, where: '::before' | '::after'): string {
  const style = getComputedStyle(el, where);
  // Each member asked of it is worked out anew: of most there is nothing but the first to ask.
  const { content } = style;
  if (!/^".*\p{L}/su.test(content)) return '';
  const { display, visibility, opacity, fontFamily } = style;
  if (/icon|symbol/i.test(fontFamily)) return '';
  const isSeen = display !== 'none' && visibility === 'visible' && Number(opacity) >= 0.1;
  return isSeen ? content.slice(1, -1) : '';
}

function standsApart(el: HTMLElement): boolean {
  return matches(el, apart) || !/^inline|^contents|^none/.test(getComputedStyle(el).display);
}
