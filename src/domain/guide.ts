import type { CheckId, CheckResult } from './checks';
import type { PageKind, PromotionKind } from './reading';

/** The way from nothing to a tried single-use code, in order. */
export const guideSteps = [
  ...(['create', 'conditions', 'scheduling', 'claim-code', 'messaging', 'review', 'submit', 'view'] as const),
  ...(['manage-codes', 'group', 'ready', 'capture', 'order-limit', 'try'] as const),
] as const;
export type GuideStep = (typeof guideSteps)[number];

/** `done`: this page shows it. `past`: it lies before the next step, and this page doesn't show whether it is right. */
export type StepState = 'done' | 'past' | 'next' | 'later';

export interface Guide {
  readonly next: GuideStep;
  readonly states: Readonly<Record<GuideStep, StepState>>;
}

/** What a page shows, as far as the guide goes by it. */
export interface GuideSigns {
  readonly page: PageKind;
  /** Of the promotion on it; null where there is none. */
  readonly kind: PromotionKind | null;
  readonly lines: readonly Pick<CheckResult, 'id' | 'state' | 'confirmed' | 'reason' | 'accepted'>[];
  /** The groups of codes on it: whether Amazon has made each, and whether it was captured here. */
  readonly groups: readonly { readonly ready: boolean; readonly captured: boolean }[];
}

/** The lines by which each part of the form is judged. */
const parts = {
  conditions: ['percent-off', 'product-selection', 'applies-to', 'minimum-purchase', 'tiers'],
  scheduling: ['start-date', 'end-date', 'tracking-id', 'internal-description', 'budget'],
  'claim-code': ['claim-code-single-use', 'one-per-customer', 'combinability'],
  messaging: ['detail-page-hidden'],
} as const satisfies Partial<Record<GuideStep, readonly CheckId[]>>;

type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

/** The step that a page leads to, where its own lines leave none open. */
const leadsTo: Partial<Record<PageKind, GuideStep>> = {
  manage: 'create',
  central: 'create',
  create: 'review',
  duplicate: 'review',
  review: 'submit',
  submitted: 'view',
  view: 'manage-codes',
  offer: 'try',
};

/** Steps that being on a page shows as done. */
const provenBy: Partial<Record<PageKind, readonly GuideStep[]>> = {
  create: ['create'],
  duplicate: ['create'],
  review: ['create', 'review'],
  submitted: ['create', 'review', 'submit'],
  view: ['create', 'review', 'submit', 'view'],
  'claim-codes': ['create', 'review', 'submit', 'view', 'manage-codes'],
};

/** Where the seller is on that way, from what this page shows alone; null on a page that isn't part of it. */
export function guideOf(signs: GuideSigns): Guide | null {
  const { page, kind, lines, groups } = signs;
  if (kind === 'social' || kind === 'bogo' || lines.some(({ accepted }) => accepted !== '')) return null;
  const next = nextOf(signs);
  if (!next) return null;
  const done = new Set<GuideStep>(provenBy[page]);
  for (const part of partNames) if (isRight(linesOf(part, lines))) done.add(part);
  if (groups.length > 0) done.add('group');
  if (groups.length > 0 && groups.every(({ ready }) => ready)) done.add('ready');
  if (groups.length > 0 && groups.every(({ captured }) => captured)) done.add('capture');
  if (isRight(lines.filter(({ id }) => id === 'max-order-quantity'))) done.add('order-limit');
  const at = guideSteps.indexOf(next);
  const states = guideSteps.map((step, index): [GuideStep, StepState] => [
    step,
    step === next ? 'next' : done.has(step) ? 'done' : index < at ? 'past' : 'later',
  ]);
  return { next, states: Object.fromEntries(states) as Record<GuideStep, StepState> };
}

function nextOf({ page, lines, groups }: GuideSigns): GuideStep | null {
  const isForm = page === 'create' || page === 'duplicate';
  const open = isForm ? partNames.find((part) => isOpen(linesOf(part, lines))) : undefined;
  if (open) return open;
  // Without a line nothing of the form was read.
  if (isForm && lines.length === 0) return null;
  if (page === 'claim-codes') {
    if (groups.length === 0) return 'group';
    if (groups.every(({ captured }) => captured)) return 'order-limit';
    return groups.some(({ ready, captured }) => ready && !captured) ? 'capture' : 'ready';
  }
  // What is wrong there is gone back to, or ended: no step onward stands beside it.
  if ((page === 'review' || page === 'view') && lines.some(({ state }) => state === 'fail')) return null;
  if (page === 'offer' && !isRight(lines)) return 'order-limit';
  return leadsTo[page] ?? null;
}

type Line = GuideSigns['lines'][number];

function linesOf(part: Part, lines: readonly Line[]): Line[] {
  return lines.filter(({ id }) => (parts[part] as readonly CheckId[]).includes(id));
}

/** Read, and nothing else: what the seller said is no reading. */
function isRight(lines: readonly Line[]): boolean {
  return lines.length > 0 && lines.every(({ state }) => state === 'pass');
}

/** Something in it is for the seller to do: mend, look at, or unfold. */
function isOpen(lines: readonly Line[]): boolean {
  return lines.some(
    ({ state, confirmed, reason }) =>
      state === 'fail' || (state === 'confirm' && confirmed === null) || reason === 'folded',
  );
}
