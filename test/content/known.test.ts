// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { promotionKnowledge } from '../../src/content/known';
import type { PageReading } from '../../src/page/read-page';

const { asked } = vi.hoisted(() => ({ asked: [] as { id: string; answer: (reply: unknown) => void }[] }));

vi.mock('../../src/platform/native', () => ({
  browser: {
    runtime: {
      id: 'claimcheck',
      sendMessage: ({ body }: { body: { amazonId: string } }) =>
        new Promise((answer) => asked.push({ id: body.amazonId, answer })),
    },
  },
}));

let life: AbortController;
let knowledge: ReturnType<typeof promotionKnowledge>;
let answered: number;

beforeEach(() => {
  asked.length = 0;
  answered = 0;
  life = new AbortController();
  knowledge = promotionKnowledge(() => {
    answered += 1;
  }, life.signal);
});
afterEach(() => life.abort());

const page = (amazonId: string) =>
  ({
    shown: { amazonId, trackingId: null },
    store: { account: 'Garlic Ltd', marketplace: null },
  }) as unknown as PageReading;

/** Answers the nth question, and lets the answer arrive. */
async function answer(nth: number): Promise<void> {
  const question = asked[nth];
  if (!question) throw new Error(`Only ${asked.length} were asked`);
  question.answer({ ok: true, value: { name: `promotion ${question.id}` } });
  await new Promise((resolve) => setTimeout(resolve));
}

describe('what is known of the promotion on screen', () => {
  it('is asked once, and told when the answer is there', async () => {
    expect(knowledge.of(page('a'))).toBeNull();
    knowledge.of(page('a'));
    expect(asked.map(({ id }) => id)).toEqual(['a']);
    await answer(0);
    expect(answered).toBe(1);
    expect(knowledge.of(page('a'))?.name).toBe('promotion a');
  });

  it('is nothing on another promotion’s page until that one is answered', async () => {
    knowledge.of(page('a'));
    await answer(0);
    expect(knowledge.of(page('b'))).toBeNull();
    await answer(1);
    expect(knowledge.of(page('b'))?.name).toBe('promotion b');
  });

  it('is no late answer about the page before', async () => {
    knowledge.of(page('a'));
    knowledge.of(page('b'));
    await answer(0);
    expect(knowledge.of(page('b'))).toBeNull();
    await answer(1);
    expect(knowledge.of(page('b'))?.name).toBe('promotion b');
  });

  it('stays while it is asked again, but not on another promotion’s page', async () => {
    knowledge.of(page('a'));
    await answer(0);
    window.dispatchEvent(new Event('focus'));
    expect(knowledge.of(page('a'))?.name).toBe('promotion a');
    expect(asked).toHaveLength(2);
    window.dispatchEvent(new Event('focus'));
    expect(knowledge.of(page('b'))).toBeNull();
    window.dispatchEvent(new Event('focus'));
    await answer(1);
    expect(knowledge.of(page('b'))).toBeNull();
  });
});
