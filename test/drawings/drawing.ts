import type { Language, Words } from './words.ts';

/** What is chosen on a drawn form, in words of our own: the drawings know nothing of the reader. */
export interface Settings {
  /** Which promotion the page makes. */
  kind: 'percentage-off' | 'bogo' | 'social';
  claimCode: 'single-use' | 'group' | 'none' | 'unset';
  onePerCustomer: boolean;
  combinability: 'preferential' | 'unrestricted' | 'exclusive' | 'unset';
  percentOff: number;
  /** The product list's name, `ENTIRE` for the whole catalog, empty when none is chosen. */
  selection: string;
  /** Whether the text is shown on the product page. */
  detailPage: boolean;
  appliesTo: 'purchased' | 'additional';
  minimum: number;
  /** Further tiers. */
  tiers: number;
  /** On the store's own clock: `2026-12-14T08:00`. */
  start: string;
  end: string;
  trackingId: string;
  internalDescription: string;
  budget: { orders: number } | { amount: number };
  store: string;
}

export type Setting = keyof Settings;

export const ENTIRE = 'ENTIRE';

/** What a careful person looking at the page would say of a setting. */
export type Truth<T> =
  | { is: T }
  /** Out of sight as drawn, or open to a little doubt: a reader may pass it over, or be right. */
  | { atMost: T }
  /** The page doesn't tell, or tells two things: nothing may be read. */
  | 'unclear'
  /** Another text speaks against what is set: nothing may be read without a question about that text. */
  | { asks: string }
  /** The page has no such setting. */
  | 'absent';

export type Truths = { [S in Setting]: Truth<Settings[S]> };

/** A way of drawing a form, from scratch. */
export interface Style {
  name: string;
  /** What is special about it, for the score. */
  family: string;
  languages?: readonly Language[];
  kind?: Settings['kind'];
  /** Address of the page; the United States' create form if not told. */
  url?: string;
  store?: string;
  /** Header with the account and store; the page's own if not told. */
  header?: string;
  css?: string;
  dir?: 'rtl';
  build(v: Settings, w: Words): string;
  /** Where the truth is not simply what was chosen. */
  truth?: ((v: Settings) => Partial<Truths>) | undefined;
  /** Done to the parsed page, after shadow roots are open. */
  setup?(document: Document): void;
}

/** One drawn form and its truth. */
export interface FormDrawing {
  name: string;
  family: string;
  language: Language;
  url: string;
  html: string;
  truth: Truths;
  setup(document: Document): void;
}

/** A claim code group as it is written on a page; `mark` goes on its download control. */
export interface DrawnGroup {
  name: string;
  quantity: number;
  /** The quantity as written. */
  text: string;
  ready: boolean;
  mark: string;
}

/** A way of drawing the page of claim codes. */
export interface CodesStyle {
  name: string;
  family: string;
  languages?: readonly Language[];
  css?: string;
  /** False where the page doesn't tell how many codes a group has. */
  quantity?: false;
  /** The style draws its own way to make a group. */
  ownCreate?: true;
  build(groups: readonly DrawnGroup[], w: Words): string;
}

/** One row of a drawn claim-code page; null: the page doesn't tell. */
export interface GroupTruth {
  name: string | null;
  quantity: number | null;
  /** Value of `data-row` on the one control that downloads this row's codes; null where there is none. */
  download: string | null;
}

/** One drawn page of claim codes. */
export interface CodesDrawing {
  name: string;
  family: string;
  language: Language;
  url: string;
  html: string;
  groups: readonly GroupTruth[];
  setup(document: Document): void;
}

/**
 * Opens a shadow root on the parent of each `<template data-root>` and moves its content in, so that a
 * page can be written as one text and needs no script.
 */
export function openRoots(within: ParentNode): void {
  for (const template of within.querySelectorAll<HTMLTemplateElement>('template[data-root]')) {
    const host = template.parentElement;
    if (!host) continue;
    const root = host.attachShadow({ mode: 'open' });
    template.remove();
    root.append(template.content);
    openRoots(root);
  }
}

/** Content for a shadow root of the element it is written in. */
export const root = (content: string): string => `<template data-root>${content}</template>`;

/** Rules that make widgets of roles look chosen or not; a root needs them anew. */
export const marks =
  '[role=radio]::before { content: "○ " } [role=radio][aria-checked=true]::before { content: "◉ " } [role=checkbox]::before { content: "☐ " } [role=checkbox][aria-checked=true]::before { content: "☑ " } [role=switch]::before { content: "◁ " } [role=switch][aria-checked=true]::before { content: "▶ " } [aria-selected=true], [aria-pressed=true] { background: #036; color: #fff }';
