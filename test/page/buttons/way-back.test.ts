import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

/** Those of the buttons that lead back on a page in this language. */
async function back(language: string, ...texts: string[]): Promise<string[]> {
  await reader.read(`<html lang="en"><body>${texts.map((text) => `<button>${text}</button>`).join('')}`);
  return reader.page.evaluate(
    (of) => (globalThis as unknown as { waysBack(language: string): string[] }).waysBack(of),
    language,
  );
}

it('in an unknown language no button is known to lead back', async () => {
  expect(await back('en', 'Cancel', 'Go back', 'Abbrechen', '戻る')).toEqual(['Cancel', 'Go back']);
});

it.each([
  ['de', 'Abbrechen', 'Weiter', 'Zurück und speichern'],
  ['fr', 'Précédent', 'Suivant', 'Annuler et envoyer'],
  ['it', 'Torna indietro', 'Avanti', 'Invia'],
  ['es', 'Volver', 'Siguiente', 'Enviar'],
  ['pt', 'Voltar', 'Avançar', 'Enviar'],
  ['nl', 'Vorige', 'Volgende', 'Verzenden'],
  ['pl', 'Wróć', 'Dalej', 'Prześlij'],
  ['sv', 'Tillbaka', 'Nästa', 'Skicka'],
  ['tr', 'İptal', 'İleri', 'Gönder'],
  ['ja', 'キャンセル', '次へ', '送信'],
  ['zh', '上一步', '下一步', '提交'],
  ['ar', 'رجوع', 'التالي', 'إرسال'],
  ['hi', 'रद्द करें', 'आगे', 'जमा करें'],
])('in the page’s language, %s: %s, and no other', async (language, text, ...others) => {
  expect(await back(language, text, ...others, 'Back')).toEqual([text, 'Back']);
});
