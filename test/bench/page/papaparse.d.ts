/** The calls of Papa Parse that are measured; it brings no types of its own. */
declare module 'papaparse' {
  export function unparse(
    table: { readonly fields: readonly string[]; readonly data: readonly (readonly string[])[] },
    options: { readonly escapeFormulae: boolean },
  ): string;
  export function parse(
    file: File,
    options: {
      readonly delimiter: string;
      readonly newline: string;
      readonly fastMode: boolean;
      readonly header: boolean;
      readonly skipEmptyLines: boolean;
      readonly chunk: (piece: { readonly data: readonly (readonly string[])[] }) => void;
      readonly complete: () => void;
      readonly error: (error: Error) => void;
    },
  ): void;
}
