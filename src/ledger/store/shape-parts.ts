import * as z from 'zod/mini';
import { marketplaceCodes } from '../../domain/marketplaces';

// Else zod tries whether it may compile code, which the extension's policy forbids and reports as an error.
z.config({ jitless: true });

/** Longer than anything a seller types or a page shows. */
const longestText = 100_000;

export const text = z.string().check(z.maxLength(longestText));
export const id = z.string().check(z.minLength(1), z.maxLength(200));
/** ISO 8601 in UTC, and a day that there is. */
export const instant = z.iso.datetime();
export const marketplace = z.enum(marketplaceCodes);
export const maybe = z.nullable;
/** A whole number from 0 up that computes exactly. */
export const whole = z.int().check(z.minimum(0));
/** A whole number from 1 up. */
export const some = z.int().check(z.minimum(1));

/** The schema of an object that has every field of its type: a field added there and forgotten here doesn't compile. */
export function objectOf<T>() {
  return <Shape extends { readonly [Key in keyof Required<T>]: z.ZodMiniType }>(
    shape: Shape & { readonly [Key in Exclude<keyof Shape, keyof T>]: never },
  ) => z.object<Shape>(shape);
}
