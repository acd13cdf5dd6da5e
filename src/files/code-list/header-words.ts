/**
 * What stands above a column of claim codes, letters only and in lower case. English from Amazon's
 * pages and sellers' lists; the other languages are ordinary words for a promotion's code, not taken
 * from an Amazon file.
 */
const codeHeaders = new Set([
  'code',
  'codes',
  'claimcode',
  'claimcodes',
  'singleusecode',
  'singleusecodes',
  'singleuseclaimcode',
  'singleuseclaimcodes',
  'promocode',
  'promocodes',
  'promotioncode',
  'promotioncodes',
  'promotionalcode',
  'promotionalcodes',
  'discountcode',
  'discountcodes',
  'couponcode',
  'couponcodes',
  'vouchercode',
  'vouchercodes',
  'gutscheincode',
  'gutscheincodes',
  'aktionscode',
  'rabattcode',
  'codepromo',
  'codepromotionnel',
  'códigos',
  'código',
  'códigopromocional',
  'códigodereclamación',
  'codice',
  'codici',
  'codicepromozionale',
  'kortingscode',
  'rabattkod',
  'kod',
  'kodpromocyjny',
  'プロモーションコード',
  'クーポンコード',
  'コード',
  '优惠码',
  '优惠代码',
]);

/** True for a cell that names a column of claim codes, e.g. "Claim Code", "claim_code", "CODES:". */
export function isCodeHeader(cell: string): boolean {
  if (cell.length > 40) return false;
  return codeHeaders.has(
    cell
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}ー]/gu, ''),
  );
}
