import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the screen, a line for each place. It comes in beside the content security policy, which stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(standsStill);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axe });
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'axe.run().then(({ violations }) => JSON.stringify(violations))',
    awaitPromise: true,
  });
  await devtools.detach();
  const findings = JSON.parse(String(result.value)) as Finding[];
  return findings.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`,
    ),
  );
}

/**
 * In the page: half faded in, everything has too little contrast. What has just come begins to fade in a frame later. The caret
 * blinks for ever, and what is covered stands still.
 */
async function standsStill(): Promise<void> {
  for (let stillFrames = 0; stillFrames < 3;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const isMoving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      .some(({ effect }) => effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true);
    stillFrames = isMoving || document.querySelector('[data-entering]') ? 0 : stillFrames + 1;
  }
}
