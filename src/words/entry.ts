/** One entry of `_locales`, in the stores' own format. */
export interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The sentence as the browser would give it: `$NAME$` stands for what is named below it. Empty for no entry. */
export function textOf(entry: Entry | undefined): string {
  if (!entry) return '';
  return entry.message.replace(
    /\$([a-z]\w*)\$/gi,
    (place, name) => entry.placeholders?.[name.toLowerCase()]?.content ?? place,
  );
}
