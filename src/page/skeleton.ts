import { type Terms, vocabulary } from './labels';
import { cleanLabel, withoutIds } from './private-words';
import { labelMatch, plain } from './text';

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
    for (const el of node.childNodes) {
      // A label may be mere text beside its control.
      if (el instanceof Text && isKnown(el.data)) lines.push(`${' '.repeat(depth)}"${plain(el.data)}"`);
      if (!(el instanceof Element)) continue;
      if (el.matches(frame) || (el as HTMLInputElement).type === 'hidden') continue;
      const shown = el.matches(controls) || el.localName.includes('-');
      if (shown) lines.push(' '.repeat(depth) + describe(el));
      const inner = depth + (shown ? 1 : 0);
      if (el.shadowRoot) {
        lines.push(`${' '.repeat(inner)}#shadow`);
        walk(el.shadowRoot, inner + 1);
      }
      if (el.localName !== 'select') walk(el, inner);
    }
  }

  function isKnown(text: string): boolean {
    return known.some((words) => isOne(text, words));
  }

  function describe(el: Element): string {
    const attributes = ['id', 'name', 'type', 'role', 'for']
      .map((name) => [name, el.getAttribute(name)] as const)
      .filter(([, value]) => value)
      .map(([name, value]) => `[${name}=${withoutIds(value as string)}]`);
    const text = textOf(el);
    return `${el.localName}${attributes.join('')}${text ? ` "${text}"` : ''}`;
  }

  function textOf(el: Element): string {
    if (el instanceof HTMLSelectElement) {
      const said = el.getAttribute('aria-label') ?? '';
      const choices = [...el.options]
        .map(({ text }) => firstOf(known.find((words) => isOne(text, words))) ?? '…')
        .join('|');
      return isKnown(said) ? `${plain(said)}: ${choices}` : choices;
    }
    const said = el.getAttribute('aria-label') ?? el.getAttribute('label') ?? ownText(el);
    if (said.trim() === '') return '';
    if (isKnown(said)) return plain(said);
    return isLabel(el) ? cleanLabel(said, account) : '…';
  }

  /** The words of a label that is Amazon's: of a control, and not of one in a list of the seller's things. */
  function isLabel(el: Element): boolean {
    if (!/^(label|legend|kat-label)$/.test(el.localName)) return false;
    const control = (el as HTMLLabelElement).control ?? el.querySelector('input');
    if (!control || !/^(radio|checkbox)$/.test((control as HTMLInputElement).type)) return !el.closest('td');
    const name = control.getAttribute('name');
    const root = control.getRootNode() as Document | ShadowRoot;
    const twins = name ? root.querySelectorAll(`[name="${CSS.escape(name)}"]`).length : 1;
    return twins <= mostChoices && !el.closest('td, li, [role=option], [role=row]');
  }

  walk(doc.body, 0);
  return lines.join('\n');
}

function firstOf(words: Terms | undefined): string | undefined {
  return words && [...words.keys()][0];
}

function isOne(text: string, words: Terms): boolean {
  return labelMatch(plain(text), words) === 1;
}

function ownText(el: Element): string {
  return [...el.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE || /^(SPAN|B|STRONG|I|EM)$/.test(node.nodeName))
    .map(({ textContent }) => textContent)
    .join(' ');
}
