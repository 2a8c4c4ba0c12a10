import {emulateMedia as emulate} from '@web/test-runner-commands';

/** Only Chromium can switch media features; the engines of `npm run test:engines` keep their settings. */
const canEmulate = /Chrome\//.test(navigator.userAgent);

/** Sets media features that a stable test needs but does not test. */
export async function emulateMedia(media: Parameters<typeof emulate>[0]): Promise<void> {
  if (canEmulate) await emulate(media);
}

/** A test that depends on media features; skipped in an engine that cannot switch them. */
export const itFollowsSystem = canEmulate ? it : it.skip;
