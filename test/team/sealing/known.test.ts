import { describe, expect, it } from 'vitest';
import { fromBase64url, utf8 } from '../../../src/team/sealing/bytes';
import type { Card } from '../../../src/team/sealing/card';
import { openEntry } from '../../../src/team/sealing/envelope';
import { keysFromWritten } from '../../../src/team/sealing/member-keys';
import { poolKeyOf } from '../../../src/team/sealing/pool-key';
import { unwrapSecret } from '../../../src/team/sealing/wrap';

/*
 * Made once, and opened by another program too (Python's `cryptography`): what stands in somebody's log must be read by
 * every later version.
 */
const team = '0'.repeat(24);
const secret = { generation: 3, bytes: Uint8Array.from({ length: 32 }, (_, i) => i) };
const written: [JsonWebKey, JsonWebKey] = [
  {
    kty: 'EC',
    crv: 'P-256',
    x: '_tDoN-7rkQVaE9aZjRkRrbYsowmIWLF4fd18qNwk5_s',
    y: 'vgdkwq-PtCueM1uS6MfmDWjF0WE6xutf1jXIh5AI_bU',
    d: 'fVhNTwAY72FzWZ1zttIrhyFcnuZhyx2Nxf8-Cq-a9xw',
  },
  {
    kty: 'EC',
    crv: 'P-256',
    x: 'ANttsKF72HcAT2BP1R7XdnC2d4FSlnMIwooGfVjIPTI',
    y: 'U19l-sgeBEOg56P1nLBiTT3GkvNYelZZf-qmYvdEumQ',
    d: 'NBKwvvAW_aH_onRZLNilCgk483kNzeOZPcELmYZWM2o',
  },
];
const card: Card = {
  id: 'wvvy6k6k1ghwb06vf4z1g7qc',
  name: 'Ana',
  signKey: 'BP7Q6Dfu65EFWhPWmY0ZEa22LKMJiFixeH3dfKjcJOf7vgdkwq-PtCueM1uS6MfmDWjF0WE6xutf1jXIh5AI_bU',
  wrapKey: 'BADbbbChe9h3AE9gT9Ue13ZwtneBUpZzCMKKBn1YyD0yU19l-sgeBEOg56P1nLBiTT3GkvNYelZZf-qmYvdEumQ',
};
const entry =
  'Aeb340zTDCPFgNt5Phge7AARIjNEVUZ3iJmqu8zd7v8BoxhcUAAAAAADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAB7yEQtmT0DAJWT27PLXR0Ad-4_4oCHVkpGb3VzaiBnWQAAUGyuqqSn8ihEnIbO-8IV-halMyjj' +
  'e5risFG8jPTDiPnsIFTzhCz9z4A3LQRjhsgQeewFYqdMrKiQ6T2O44-jPOy5FD1G8ZNgxETdyuN7m8oHUo_KCOa0yf' +
  '4hOs6abi2xt0K-1JFlsKMU0uTs';
const wrapped =
  'BHZ3jagNgM6F8ArwPKrA8tNtlJeD33OFiPqCRYahFq4ujF_W375EaVbeZ4U5lN1zgU1Es5CTzlGjlbNJzouR96cHKH' +
  'cQtJW-02TqEl20t0saFrzkHeAT125JHDh6mEJhq6_oHltLMUm4V0dRQwRgSR4';

const bytesOf = (text: string) => fromBase64url(text) as Uint8Array;

describe('what the first version wrote', () => {
  it('is opened', async () => {
    const pool = await poolKeyOf(team, secret);
    const place = { team, member: card.id, generation: 3, cardOf: () => card, keyOf: () => pool };
    expect(await openEntry(bytesOf(entry), place)).toMatchObject({
      ...{
        kind: 'entry',
        id: '00112233-4455-4677-8899-aabbccddeeff',
        at: 1_800_000_000_000,
        key: 3,
        prev: null,
      },
      ...{ content: utf8('{"kind":"leave"}'), digest: 'P9tQK2emZBipyPrtMgto_2g3ZoovduKQO2GCTh4JypI' },
    });
  });

  it('is unwrapped', async () => {
    const me = { card, keys: await keysFromWritten(written) };
    expect(await unwrapSecret(team, 3, bytesOf(wrapped), me)).toEqual(secret);
  });
});
