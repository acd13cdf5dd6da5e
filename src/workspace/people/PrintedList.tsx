import type { HolderLine } from '../../actions/people/people-files';
import type { Promotion } from '../../domain/promotion';
import { nameOf } from '../../ui/promotion/promotion-model';
import { moment } from '../../words/format';
import { say } from '../../words/say';
import { Printed } from '../parts/Printed';
import { becameLine } from './words';

interface PrintedListProps {
  lines: readonly HolderLine[];
  promotions: ReadonlyMap<string, Promotion>;
  /** The one promotion that is printed; null for several. */
  only: Promotion | null;
  onPrinted: () => void;
}

/** The list on paper, with every code in full. It is on the page only while the browser prints it. */
export function PrintedList({ lines, promotions, only, onPrinted }: PrintedListProps) {
  return (
    <Printed
      title={only ? say('peopleTitleOf', { promotion: nameOf(only) }) : say('peopleTitle')}
      testId="people-printed"
      onPrinted={onPrinted}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say('listFieldPerson')}</th>
            <th scope="col">{say('whomChannel')}</th>
            <th scope="col">{say('markUsedCode')}</th>
            <th scope="col">{say('peopleBecame')}</th>
            {!only && <th scope="col">{say('peopleOf')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ holding, code }) => {
            const promotion = promotions.get(holding.act.promotionId);
            return (
              <tr key={`${code} ${holding.act.issuance} ${holding.state}`}>
                <td>{[holding.to, holding.handle, holding.note].filter(Boolean).join(' · ')}</td>
                <td>{holding.channel}</td>
                <td>
                  <code>{code}</code>
                </td>
                <td>{becameLine(holding, moment)}</td>
                {!only && <td>{promotion ? nameOf(promotion) : ''}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Printed>
  );
}
