import { expect, it } from 'vitest';
import { holdersHeader, holdersLine } from '../../../src/files';

it('writes who has what as a table that no spreadsheet runs', () => {
  expect(holdersHeader()).toBe(
    '\ufeffcode,issued_to,handle,channel,issued_at,became,became_at,order_id,promotion,tracking_id,marketplace,note\r\n',
  );
  const row = {
    ...{
      code: 'AAAA-BBBBBB-CCCCCC',
      to: '=1+1',
      handle: '@anna',
      channel: '-x',
      givenAt: '2026-05-01T00:00:00Z',
    },
    ...{
      became: 'out',
      becameAt: '',
      orderId: '111-2',
      promotion: 'Garlic, "new"',
      trackingId: '',
      marketplace: 'US',
    },
    note: '+call\n=now',
  };
  expect(holdersLine(row)).toBe(
    `AAAA-BBBBBB-CCCCCC,'=1+1,'@anna,'-x,2026-05-01T00:00:00Z,out,,111-2,"Garlic, ""new""",,US,"'+call\n'=now"\r\n`,
  );
});
