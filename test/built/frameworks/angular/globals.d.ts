import type {GetToken} from 'liveops-elements';

declare global {
  /** The test's stand-in for the shop's own endpoint. */
  const freshToken: GetToken;
}
