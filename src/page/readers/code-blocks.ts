import type { Control } from '../dom/controls';
import { bodyOf, matches, nodesOf } from '../dom/dom';
import { outer, shadowOf } from '../dom/shadow';
import { isSaid } from '../dom/visibility';
import type { Terms } from '../labels';
import type { Scene } from '../locate/scene';
import { matchTerm, plain } from '../values/text';
import { type CodeGroup, downloadsOf, isName, linkOf, wholeNumber } from './code-group';

/** What the texts of a block say of a group. */
interface Said {
  readonly name: string | null;
  readonly quantity: number | null;
  readonly status: string;
}

/**
 * Groups without a table: cards, list items, folded parts. Each Download with the block that it alone stands
 * in; where that doesn't tell the group's name for sure, there is no group.
 */
export function groupsInBlocks(scene: Scene): CodeGroup[] {
  const downloads = downloadsOf(scene);
  const holds = countedAround(downloads);
  const fields = countedAround(scene.controls.filter(({ role }) => role === 'text'));
  return downloads.flatMap((control): CodeGroup[] => {
    const said = saidAround(scene, control, (block) => holds.get(block) === 1 && !fields.has(block));
    if (!said?.name || !speaksOfGroup(control.label, said.name, scene.terms.download)) return [];
    const ready = said.status === '' || matchTerm(plain(said.status), scene.terms.ready).grade > 0;
    return [
      {
        name: said.name,
        quantity: said.quantity,
        status: said.status,
        ready,
        downloadUrl: ready ? linkOf(control) : null,
        target: control.index,
      },
    ];
  });
}

const ofCodes =
  /codes?\b|csv|txt|zip|file|datei|fichier|archivo|arquivo|plik|bestand|コード|ファイル|代码|优惠码|文件/;
const ofAll =
  /\b(?:all|alle|tous|toute?s?|tod[ao]s?|tutt[ei]|wszystk\p{L}+|tümü|alla)\b|すべて|全て|全部|所有/u;

/** Whether a Download may be one group's: it says no more, or the group's name, or what it gives. "Download all" doesn't. */
function speaksOfGroup(label: string, name: string, download: Terms): boolean {
  if (download.has(label)) return true;
  if (label.includes(plain(name))) return true;
  return ofCodes.test(label) && !ofAll.test(label);
}

/** How many of these controls stand in each node that any stands in: a page may have thousands of them. */
function countedAround(controls: readonly Control[]): ReadonlyMap<Node, number> {
  const counts = new Map<Node, number>();
  for (const { el } of controls)
    for (let at: Node | null = el; at; at = outer(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

/** From the control outwards, the first block that tells a name; none reaches another Download or a field: `isOwn`. */
function saidAround(scene: Scene, control: Control, isOwn: (block: Node) => boolean): Said | null {
  for (let at: Node | null = outer(control.el); at && at !== bodyOf(document); at = outer(at)) {
    if (!isOwn(at)) return null;
    const texts = textsIn(at);
    const said = readBlock(scene, texts);
    if (said === 'unclear') return null;
    if (said.name !== null) return said;
    // A state where a name would stand, above a quantity, may be what somebody called the group.
    if (said.quantity !== null && scene.terms.ready.has(plain(texts[0] ?? ''))) return null;
  }
  return null;
}

/** What texts say of one group. `unclear` where they speak of several, or of something that we can't tell. */
function readBlock({ terms }: Scene, texts: readonly string[]): Said | 'unclear' {
  let [name, quantity, status]: [string | null, number | null, string] = [null, null, ''];
  const rest: string[] = [];
  let namesQuantity = false;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    const next = texts[at + 1] ?? '';
    const label = [terms.groupName, terms.quantity, terms.status].map((each) => matchTerm(plain(text), each));
    const inLine = /^([^\d:：]+?)\s*[:：]?\s+(\S.*)$/.exec(text.replace(/[:：](?=\S)/, ': '));
    const says = (which: number) =>
      (label[which]?.grade ?? 0) === 1
        ? next
        : inLine &&
            matchTerm(
              plain(inLine[1] ?? ''),
              [terms.groupName, terms.quantity, terms.status][which] ?? new Map(),
            ).grade === 1
          ? (inLine[2] ?? '')
          : null;
    const [saidName, saidQuantity, saidStatus] = [says(0), says(1), says(2)];
    const skip = label.some(({ grade }) => grade === 1) ? 1 : 0;
    if (saidName !== null) {
      if (name !== null || !isName(saidName)) return 'unclear';
      name = saidName;
    } else if (saidQuantity !== null) {
      if (quantity !== null) return 'unclear';
      namesQuantity = true;
      quantity = wholeNumber(saidQuantity.replace(/\s*codes?$/i, ''));
    } else if (saidStatus !== null) status = saidStatus;
    else if (/^[\d.,'’\s]+ (?:claim )?codes?$/i.test(text) && quantity === null)
      quantity = wholeNumber(text.replace(/ (?:claim )?codes?$/i, ''));
    else if (terms.ready.has(plain(text)) && status === '') status = text;
    else if (/[\p{L}\p{N}]/u.test(text)) rest.push(text);
    at += skip;
  }
  // A number more beside what is named is another group's, as where groups stand as columns.
  const isCounted = quantity !== null || namesQuantity;
  if (name !== null && isCounted && rest.some((text) => wholeNumber(text) !== null)) return 'unclear';
  if (name === null) {
    const [only, second] = rest;
    // What a button, a state or the page is called names no group, unless the page says that it does.
    const isOwnWord = (text: string) =>
      [terms.download, terms.ready, terms.create, terms.manageCodes].some((each) => each.has(plain(text)));
    if (second !== undefined || (only !== undefined && isOwnWord(only))) return 'unclear';
    // A number alone may be how many there are.
    if (only !== undefined && quantity === null && wholeNumber(only) !== null) return 'unclear';
    name = only ?? null;
  }
  const counted = quantity === null && name ? /^(.+?)\s*\((\d[\d.,'’\s]*)\)$/.exec(name) : null;
  if (counted) [name, quantity] = [counted[1] ?? '', wholeNumber(counted[2] ?? '')];
  return { name, quantity, status };
}

/** What stands behind a label, in a node of its own at times, and is no value of it. */
const labelMark = /^[\s:：*]*$/;

/** The texts of a block, each run of its own; what buttons and links say aside. */
function textsIn(block: Node): string[] {
  const texts: string[] = [];
  function visit(node: Node): void {
    if (node instanceof Text) {
      // One line may hold several things: "Spring — 100 codes · Ready".
      const parts = node.data.split(/\s[—–·|•]\s?|\s?[·|•]\s/);
      const said = parts.map((part) => part.replace(/\s+/g, ' ').trim());
      if (isSaid(node)) texts.push(...said.filter((part) => !labelMark.test(part)));
    }
    if (!(node instanceof Element)) {
      nodesOf(node).forEach(visit);
      return;
    }
    if (matches(node, 'button, a, input, select, textarea, script, style, svg, template, [role=button]'))
      return;
    const shadow = shadowOf(node);
    if (shadow) nodesOf(shadow).forEach(visit);
    nodesOf(node).forEach(visit);
  }
  nodesOf(block).forEach(visit);
  const shadow = block instanceof Element ? shadowOf(block) : null;
  if (shadow) nodesOf(shadow).forEach(visit);
  return texts;
}
