/** What is still read wrong: a style and its setting. Each line goes once its page is read right or left unread. */
export const knownMisreads: readonly string[] = [];
