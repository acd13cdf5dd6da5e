/** Styles that make a chart look as it does, wherever they come from. */
const drawn = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray'] as const;
/** Dots of the picture to one of the page, so that it is sharp in print. */
const scale = 2;
const margin = 16;
const line = 20;

/**
 * A chart as a PNG, as it looks on the page now: its heading above, its legend below, on the page's own ground.
 * Throws where the browser can't draw it.
 */
export async function pictureOf(
  chart: SVGSVGElement,
  { heading, legend }: { readonly heading: string; readonly legend: string },
): Promise<Blob> {
  const page = getComputedStyle(chart);
  const [width, height] = [chart.width.baseVal.value, chart.height.baseVal.value];
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * scale;
  canvas.height = (height + 2 * margin + 2 * line) * scale;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('canvas: no context');
  brush.scale(scale, scale);
  brush.fillStyle = groundOf(chart);
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = page.color;
  brush.font = `600 14px ${page.fontFamily}`;
  brush.fillText(heading, margin, margin + 12, width);
  brush.drawImage(await imageOf(chart, width, height), margin, margin + line, width, height);
  brush.font = `12px ${page.fontFamily}`;
  brush.fillText(legend, margin, margin + line + height + 16, width);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('canvas: no picture')))),
  );
}

/** The chart alone, with what its style sheets say written into it: a picture has none. */
async function imageOf(chart: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const copies = copy.querySelectorAll<SVGElement>('*');
  for (const [at, element] of chart.querySelectorAll('*').entries()) {
    const style = getComputedStyle(element);
    for (const name of drawn) copies[at]?.setAttribute(name, style.getPropertyValue(name));
  }
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** The color of what a chart stands on. */
function groundOf(chart: Element): string {
  for (let at: Element | null = chart; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== 'rgba(0, 0, 0, 0)') return color;
  }
  return 'white';
}
