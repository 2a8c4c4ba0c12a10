/* Scenarios in which few or no requests succeed. */
import type {Plans, Injection} from './plan.js';
import {refusal} from './answers.js';

const always = (become: () => Response | Promise<Response>) => (): Injection => () => become();

async function unreachable(): Promise<never> {
  throw new TypeError('Failed to fetch');
}

const busy = (): Response => refusal(503, 0, 'Service Unavailable');

/** The first request succeeds, all later ones fail. */
function stale(): Injection {
  const seen = new Set<string>();
  return (call, answer) => {
    if (seen.has(call)) return busy();
    seen.add(call);
    return answer();
  };
}

export const troublePlans = {
  expired: {
    description: 'The server refuses the player’s token (401): Rocket is asked to sign in.',
    inject: always(() => refusal(401, 1501, 'Authorization failed: Provide authorization')),
  },
  slow: {
    description: 'No answer arrives: places are reserved while the player waits.',
    inject: () => async (_call, answer, held) => {
      await held;
      return answer();
    },
  },
  429: {
    description: 'The server has had too many requests (429) and shows nothing for now.',
    inject: always(() => refusal(429, 0, 'Too Many Requests')),
  },
  offline: {
    description: 'The server cannot be reached. “You are offline” shows where the browser itself knows that.',
    inject: always(unreachable),
  },
  'server-error': {
    description: 'The server fails (503), and the player may try again.',
    inject: always(busy),
  },
  'bad-answer': {
    description: 'A page in between, such as the sign-in of a Wi-Fi, answers in place of the server.',
    inject: always(() => new Response('<h1>Sign in to Wi-Fi</h1>', {headers: {'content-type': 'text/html'}})),
  },
  stale: {
    description: 'The first request succeeds and later ones fail: the rows stay, with their age.',
    inject: stale,
  },
} satisfies Plans;
