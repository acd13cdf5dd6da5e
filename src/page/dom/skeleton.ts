import { type Terms, vocabulary } from '../labels';
import { cleanLabel, withoutIds } from '../labels/private-words';
import { labelMatch, plain } from '../values/text';
import {
  attr,
  bodyOf,
  closest,
  find,
  findAll,
  localNameOf,
  matches,
  nodesOf,
  openRootOf,
  rootOf,
  tagOf,
  textOf,
} from './dom';

const controls = 'input, select, textarea, button, a[role], [role], label, legend, th, h1, h2, h3, h4';
const frame =
  'header, nav, footer, script, style, template, iframe, claimcheck-overlay, [data-claimcheck-overlay], [class*="partner-dropdown"], [id*="account-switcher" i], [class*="account-switcher" i]';
/** More choices of one name than this are a list of the seller's own things. */
const mostChoices = 4;

/**
 * What a maintainer needs to mend the reading of a page: tags, ids, names, types and the labels of
 * controls. No values, no texts but Amazon's labels, no codes, no names or ids of products, accounts or
 * people: where a text may be any of these, `…` stands for it. `account` is the name to leave out.
 */
export function pageSkeleton(doc: Document, account: string | null): string {
  const known: readonly Terms[] = Object.values(vocabulary('en'));
  const lines: string[] = [];

  function walk(node: ParentNode & Node, depth: number): void {
    for (const el of nodesOf(node)) {
      // A label may be mere text beside its control.
      if (el instanceof Text && isKnown(el.data)) lines.push(`${' '.repeat(depth)}"${plain(el.data)}"`);
      if (!(el instanceof Element)) continue;
      if (matches(el, frame) || (el instanceof HTMLInputElement && el.type === 'hidden')) continue;
      const shown = matches(el, controls) || localNameOf(el).includes('-');
      if (shown) lines.push(' '.repeat(depth) + describe(el));
      const inner = depth + (shown ? 1 : 0);
      const shadow = openRootOf(el);
      if (shadow) {
        lines.push(`${' '.repeat(inner)}#shadow`);
        walk(shadow, inner + 1);
      }
      if (localNameOf(el) !== 'select') walk(el, inner);
    }
  }

  function isKnown(text: string): boolean {
    return known.some((words) => isOne(text, words));
  }

  function describe(el: Element): string {
    const attributes = ['id', 'name', 'type', 'role', 'for']
      .map((name) => [name, attr(el, name)] as const)
      .filter(([, value]) => value)
      .map(([name, value]) => `[${name}=${withoutIds(value as string)}]`);
    const text = saidBy(el);
    return `${localNameOf(el)}${attributes.join('')}${text ? ` "${text}"` : ''}`;
  }

  function saidBy(el: Element): string {
    if (el instanceof HTMLSelectElement) {
      const said = attr(el, 'aria-label') ?? '';
      const choices = [...el.options]
        .map(({ text }) => firstOf(known.find((words) => isOne(text, words))) ?? '…')
        .join('|');
      return isKnown(said) ? `${plain(said)}: ${choices}` : choices;
    }
    const said = attr(el, 'aria-label') ?? attr(el, 'label') ?? ownText(el);
    if (said.trim() === '') return '';
    if (isKnown(said)) return plain(said);
    return isLabel(el) ? cleanLabel(said, account) : '…';
  }

  /** The words of a label that is Amazon's: of a control, and not of one in a list of the seller's things. */
  function isLabel(el: Element): boolean {
    if (!/^(label|legend|kat-label)$/.test(localNameOf(el))) return false;
    const control = (el as HTMLLabelElement).control ?? find(el, 'input');
    if (!control || !/^(radio|checkbox)$/.test((control as HTMLInputElement).type)) return !closest(el, 'td');
    const name = attr(control, 'name');
    const root = rootOf(control);
    const twins = name ? findAll(root, `[name="${CSS.escape(name)}"]`).length : 1;
    return twins <= mostChoices && !closest(el, 'td, li, [role=option], [role=row]');
  }

  const body = bodyOf(doc);
  if (body) walk(body, 0);
  return lines.join('\n');
}

function firstOf(words: Terms | undefined): string | undefined {
  return words && [...words.keys()][0];
}

function isOne(text: string, words: Terms): boolean {
  return labelMatch(plain(text), words) === 1;
}

function ownText(el: Element): string {
  return [...nodesOf(el)]
    .filter(
      (node) =>
        node instanceof Text || (node instanceof Element && /^(SPAN|B|STRONG|I|EM)$/.test(tagOf(node))),
    )
    .map(textOf)
    .join(' ');
}
