/** What is still read wrong: a style and its setting. Each line goes once its page is read right or left unread. */
export const knownMisreads: readonly string[] = [];

/** The same for mutants: the hand that the form is drawn in, and the setting. */
export const knownMutantMisreads: readonly string[] = [];

/** The same for changed pages of claim codes. */
export const knownCodesMisreads: readonly string[] = [];
