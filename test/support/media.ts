import {emulateMedia as emulate} from '@web/test-runner-commands';

/** Only Chromium can be told to look otherwise; the engines of `npm run test:engines` keep the look they have. */
const canEmulate = /Chrome\//.test(navigator.userAgent);

/** Sets the system's look, where that is needed for a quiet test but is not what the test is about. */
export async function emulateMedia(media: Parameters<typeof emulate>[0]): Promise<void> {
  if (canEmulate) await emulate(media);
}

/** A test of what follows the system's look; told as skipped in an engine whose look cannot be set. */
export const itFollowsSystem = canEmulate ? it : it.skip;
