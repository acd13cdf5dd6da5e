import type { Promotion } from '../../domain/promotion';
import { fileName } from '../../files';
import { copyPicture } from '../../platform/clipboard';
import { downloadText } from '../../platform/download';
import { pictureOf } from '../../ui/charts/picture';
import { Told } from '../../ui/parts/Told';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say } from '../../words/say';
import { useTask } from '../parts/use-task';

interface CopyChartProps {
  promotion: Promotion;
  /** The chart as it stands on the page. */
  chart: () => SVGSVGElement | null;
}

/** Copies a chart as a picture; where the browser refuses, it is saved as a file. */
export function CopyChart({ promotion, chart }: CopyChartProps) {
  const { busy, told, run } = useTask();
  const copy = () =>
    run(say('chartCopying'), async () => {
      const svg = chart();
      if (!svg) return null;
      const png = pictureOf(svg, { heading: nameOf(promotion), legend: say('chartLegend') });
      if (await copyPicture(png)) return { tone: 'done', text: say('chartCopied') };
      const { name, marketplace } = promotion;
      const about = { promotion: name, what: 'chart', marketplace, extension: 'png' } as const;
      const file = fileName({ ...about, date: new Date() });
      downloadText(file, [await png], 'image/png');
      return { tone: 'done', text: say('chartSaved', { file }) };
    });
  return (
    <>
      <button
        type="button"
        class="cc-button cc-small"
        data-testid="copy-chart"
        disabled={busy !== null}
        onClick={() => void copy()}
      >
        {busy ?? say('chartCopy')}
      </button>
      <Told told={told} />
    </>
  );
}
