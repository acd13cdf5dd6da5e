/** The anchors of the form that public code used on the live page (userscript for `/promotions/duplicate`). */
export const knownAnchors: readonly string[] = [
  'startDate',
  'endDate',
  'internalDescription',
  'startTimeNative',
  'endTimeNative',
];
