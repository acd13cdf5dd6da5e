import { closest, elementOf } from '../dom/dom';
import { isSaid, isShown } from '../dom/visibility';
import type { Terms } from '../labels';
import { locate } from '../locate/locate';
import type { Scene } from '../locate/scene';
import { groupsInBlocks } from './code-blocks';
import { type CodeGroup, isCalled } from './code-group';
import { groupsInTable, groupTables } from './code-tables';

/**
 * The address of this page is not public: it is known by Group Name and Quantity, as the fields of a new
 * group or the heads of a table, or by its heading, each beside Create or Download.
 */
export function holdsClaimCodes(scene: Scene): boolean {
  const { controls, terms } = scene;
  const does = (named: Terms) => controls.some((control) => isCalled(control, named) && isShown(control));
  if (!does(terms.create) && !does(terms.download)) return false;
  if (groupTables(scene).length > 0) return true;
  const name = locate(scene, { roles: ['text'], labels: terms.groupName });
  const quantity = locate(scene, { roles: ['text'], labels: terms.quantity });
  if (name.found && quantity.found) return true;
  return scene.words.some(({ text, node }) => terms.manageCodes.has(text) && isHeading(node) && isSaid(node));
}

function isHeading(node: Node): boolean {
  const el = elementOf(node);
  return closest(el, 'h1, h2, h3, [role=heading]') != null;
}

/** The groups listed on the page, in its order: the rows of its tables, else whatever block holds each Download. */
export function readCodeGroups(scene: Scene): CodeGroup[] {
  const tables = groupTables(scene);
  if (tables.length > 0) return tables.flatMap((table) => groupsInTable(scene, table));
  return groupsInBlocks(scene);
}
