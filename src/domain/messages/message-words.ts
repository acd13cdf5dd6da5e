/** The words in braces that a template may hold. */
export const placeholders = ['code', 'product', 'link', 'discount', 'works from', 'works until'] as const;

export type Placeholder = (typeof placeholders)[number];

/** What a language has to say in a message to a shopper. */
export interface MessageWords {
  /**
   * What a promotion's message says until the seller writes another. It asks for nothing in return, and each
   * line can go without the others: a line with an unknown part is left out. Names, numbers and dates come
   * as they are, so that no word before them may depend on how they begin.
   */
  readonly template: string;
  /** What to answer a shopper whose code fails. */
  readonly fails: FailWords;
  /** What stands for an unknown part in a line that holds the code, and so can't be left out. */
  readonly neutral: Readonly<Record<Exclude<Placeholder, 'code' | 'link'>, string>>;
  /** Words for a review or a rating, by which a message is told that asks for one. */
  readonly reviews: RegExp;
}

/** Why a shopper's code fails, as far as it is known: the answer is in a reply's own words. */
export const failKinds = ['typo', 'used', 'ended', 'early', 'canceled', 'check'] as const;
export type FailKind = (typeof failKinds)[number];

/**
 * The first line of a reply, which names the code by a part of it, and what follows for each reason. The same rules
 * hold as for the template: a line with an unknown part is left out.
 */
export type FailWords = { readonly hello: string } & { readonly [Kind in FailKind]: string };
