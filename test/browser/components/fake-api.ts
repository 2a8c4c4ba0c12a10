/* The calls of the LiveOps API that the elements make, and answers to them. */
export {API, FakeApi} from '../../support/fake-api.js';

const USER = '/api/v2/project/44056/user';
export const LIST = `${USER}/reward_chain`;
export const board = (chainId: number): string => `${USER}/clan/contributors/${chainId}/top`;

export const failing = (status: number) => (): Response => Response.json({}, {status});

/** An answer that waits until the test lets it come. */
export function held(body: object): {answer: () => Promise<Response>; release: () => void} {
  let release = (): void => undefined;
  const released = new Promise<void>(resolve => (release = resolve));
  return {answer: () => released.then(() => Response.json(body)), release: () => release()};
}
