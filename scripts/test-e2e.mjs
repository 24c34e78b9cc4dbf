import { runMain } from './run/main.mjs';
import { runE2e } from './test/e2e.mjs';

/** Only the end-to-end tests: `npm run test:e2e -- <Playwright's own arguments>`. */
await runMain(() => runE2e(process.argv.slice(2)));
