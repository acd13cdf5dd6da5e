/** The one call of Papa Parse that is measured; it brings no types of its own. */
declare module 'papaparse' {
  export function unparse(
    table: { readonly fields: readonly string[]; readonly data: readonly (readonly string[])[] },
    options: { readonly escapeFormulae: boolean },
  ): string;
}
