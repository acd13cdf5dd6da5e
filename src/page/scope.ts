import type { Control, PageInventory } from './controls';
import { knownAnchors } from './form-anchors';
import type { Vocabulary } from './labels';
import { labelConcepts } from './labels/concepts';
import type { Scene } from './nearby';
import { closestAcross } from './shadow';
import { isShown } from './visibility';

const containers = 'form, dialog, [role=dialog], [role=form], [role=search], aside, nav, header, footer';

/** Everything on the page, with its language's words. */
export function wholePage({ controls, words }: PageInventory, terms: Vocabulary): Scene {
  const labelWords = new Set(labelConcepts.flatMap((concept) => [...terms[concept].keys()]));
  return { controls, words, terms, labelWords };
}

/**
 * The promotion form alone. A page may hold other forms and dialogs that use the same words: the one
 * with clearly the most of them is the form. Two that come near each other and say the same are rivals,
 * and nothing can be told (null); two that say different things are parts of one form.
 */
export function formOnly(scene: Scene): Scene | null {
  const hits = new Map<Element | null, Set<string>>();
  const home = new Map<Control, Element | null>();
  for (const control of scene.controls) {
    const container = closestAcross(control.el, containers);
    home.set(control, container);
    const seen = hits.get(container) ?? new Set();
    hits.set(container, seen);
    if (control.role !== 'action' && isShown(control))
      for (const sign of signs(scene, control)) seen.add(sign);
  }
  const [best, ...others] = [...hits].sort((a, b) => b[1].size - a[1].size);
  if (!best) return scene;
  const near = others.filter(([, seen]) => seen.size * 2 > best[1].size);
  if (near.some(([, seen]) => [...seen].some((sign) => best[1].has(sign)))) return null;
  const parts = [best, ...near].map(([container]) => container);
  const controls = scene.controls.filter((control) => parts.includes(home.get(control) ?? null));
  return { ...scene, controls };
}

function signs({ words, labelWords }: Scene, control: Control): string[] {
  const before = words[control.wordsBefore - 1]?.text ?? '';
  return [
    ...control.names.filter((name) => knownAnchors.includes(name)),
    ...[control.label, before].filter((text) => labelWords.has(text)),
  ];
}
