import { said } from '../../domain/problem';
import { FileProblem } from '../intake/file-problem';
import { kindOfReport } from './reading';
import type { WrongReport } from './report-kind';

const ofOrders: readonly WrongReport[] = [
  'problemReportTransactions',
  'problemReportReturns',
  'problemReportUnshipped',
  'problemReportShipments',
  'problemReportNoIds',
  'problemReportOrderXml',
];

/** Enough of a text for the header of any report. */
const headLength = 16_000;

/** Throws `order-report` for a text that is one of Amazon's reports, whose numbers could be taken for codes. */
export function refuseReport(name: string, text: string): void {
  const found = kindOfReport(new TextEncoder().encode(text.slice(0, headLength)));
  // A list of codes may have columns that only reports without orders have, too.
  if (found === null || ('wrong' in found && !ofOrders.includes(found.wrong))) return;
  throw new FileProblem(
    'order-report',
    'wrong' in found ? said(found.wrong, { file: name }) : said('problemFileOrders', { file: name }),
  );
}
