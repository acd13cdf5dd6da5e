/** A piece of the window, in its coordinates. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Thinner than this, nothing can be seen of a thing. */
export const thinnest = 2;

export function isThin({ left, top, right, bottom }: Area): boolean {
  // What can't be told (`NaN`) is thin too.
  return !(right - left >= thinnest && bottom - top >= thinnest);
}

/** What two areas share. */
export function shared(one: Area, two: Area): Area {
  return {
    left: Math.max(one.left, two.left),
    top: Math.max(one.top, two.top),
    right: Math.min(one.right, two.right),
    bottom: Math.min(one.bottom, two.bottom),
  };
}

const nothing: Area = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * What `clip-path` leaves of a box, as the smallest rectangle around it; nothing where its shape can't be told, as
 * of one that is drawn elsewhere.
 */
export function clipped(path: string, box: Area): Area {
  const [, shape, inside = ''] = /^(\w+)\((.*)\)/.exec(path) ?? [];
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (shape === 'inset') {
    const [top = 0, right = top, bottom = top, left = right] = insets(inside, width, height);
    return {
      left: box.left + left,
      top: box.top + top,
      right: box.right - right,
      bottom: box.bottom - bottom,
    };
  }
  if (shape === 'circle' || shape === 'ellipse') {
    const [radii = '', place] = inside.split(/\bat\b/);
    const [across = Number.NaN, down = across] = lengths(radii, Math.min(width, height));
    const [x = width / 2, y = height / 2] = lengthsOf(place ?? '', width, height);
    // A radius in a word reaches a side of the box.
    if (Number.isNaN(across)) return /side/.test(radii) || radii.trim() === '' ? box : nothing;
    return {
      left: box.left + x - across,
      top: box.top + y - down,
      right: box.left + x + across,
      bottom: box.top + y + down,
    };
  }
  if (shape === 'polygon') return around(inside, box);
  // A mere `border-box` cuts nothing.
  return /^[a-z]+-box$/.test(path) ? box : nothing;
}

function insets(text: string, width: number, height: number): number[] {
  const sides = (text.split(/\bround\b/)[0] ?? '').trim().split(/\s+(?![^(]*\))/);
  return sides.map((side, at) => lengthOf(side, at % 2 === 0 ? height : width));
}

/** The rectangle around a polygon; nothing for one without an inside, as a line is. */
function around(text: string, box: Area): Area {
  const points = text
    .replace(/^\s*(?:evenodd|nonzero)\s*,/, '')
    .split(',')
    .map((point) => lengthsOf(point, box.right - box.left, box.bottom - box.top));
  const size = points.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = points[(at + 1) % points.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  if (!(Math.abs(size) / 2 >= thinnest * thinnest)) return nothing;
  const across = points.map(([x = 0]) => x);
  const down = points.map(([, y = 0]) => y);
  return {
    left: box.left + Math.min(...across),
    top: box.top + Math.min(...down),
    right: box.left + Math.max(...across),
    bottom: box.top + Math.max(...down),
  };
}

function lengthsOf(text: string, width: number, height: number): number[] {
  const parts = text.trim().split(/\s+(?![^(]*\))/);
  return parts.flatMap((part, at) => (part === '' ? [] : [lengthOf(part, at === 0 ? width : height)]));
}

function lengths(text: string, of: number): number[] {
  return lengthsOf(text, of, of);
}

/** A length as browsers write it once it is computed: pixels, a share, or a sum of both. */
function lengthOf(text: string, of: number): number {
  const terms = [...text.matchAll(/([+-]?)\s*([\d.]+(?:e[+-]?\d+)?)(px|%)?/g)];
  if (terms.length === 0) return Number.NaN;
  return terms.reduce((sum, [, sign, number, unit]) => {
    const size = Number(number) * (unit === '%' ? of / 100 : 1);
    return sum + (sign === '-' ? -size : size);
  }, 0);
}

/** Whether nothing is seen through a mask, or it can't be told what is: only one that is solid hides nothing. */
export function isMaskedAway(style: CSSStyleDeclaration): boolean {
  const said = (name: string) =>
    style.getPropertyValue(`mask-${name}`) || style.getPropertyValue(`-webkit-mask-${name}`);
  const isSet = (text: string) => text !== '' && text !== 'none';
  if (isSet(style.getPropertyValue('-webkit-mask-box-image-source'))) return true;
  const image = said('image');
  if (!isSet(image)) return false;
  const isWhole =
    /^(?:(?:auto|cover|contain|100%)(?: auto| 100%)?(?:, )?)+$/.test(said('size')) &&
    !/intersect|exclude|subtract|xor|source|destination/.test(said('composite')) &&
    !/luminance/.test(said('mode'));
  return !isWhole || !isSolid(image);
}

/** So much of what lies behind a color is still seen that it hides nothing. */
const solid = 0.9;

/** Whether a picture is one of colors alone, none of which can be seen through. */
export function isSolid(image: string): boolean {
  if (!/^(?:repeating-)?(?:linear|radial|conic)-gradient\(/.test(image) || /url\(|image/.test(image))
    return false;
  const colors = image.match(/\b(?:rgba?|hsla?|color|oklch|oklab|lch|lab|hwb)\([^)]*\)/g) ?? [];
  return colors.length > 0 && colors.every((color) => opacityOf(color) >= solid);
}

/** How far a computed color hides what lies behind it. */
export function opacityOf(color: string): number {
  if (color === 'transparent' || color === '' || color === 'none') return 0;
  const [, alpha] = /(?:\/\s*|^(?:rgba|hsla)\((?:[^,]+,){3}\s*)([\d.]+%?)\s*\)$/.exec(color) ?? [];
  if (alpha === undefined) return 1;
  return alpha.endsWith('%') ? Number.parseFloat(alpha) / 100 : Number(alpha);
}
