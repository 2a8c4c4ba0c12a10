import {LiveOpsError} from '../errors.js';
import type {setBackgroundTimer} from './background-timer.js';
import type {Message} from './message.js';

/** Requests from the page that wait for the host's answer. */
export type Calls = {
  /** Sends a request. Rejects with the error of its answer, if it cannot be sent, or after `ms`. */
  call(method: string, params: Message['params'], ms: number, setTimer?: typeof setBackgroundTimer): Promise<unknown>;
  /** Takes an answer; ignores it if no request waits for it. */
  settle(answer: Message): void;
  rejectAll(error: LiveOpsError): void;
};

type Call = {resolve(result: unknown): void; reject(error: unknown): void; timer: ReturnType<typeof setTimeout>};
type SendMessage = (message: Message, isWanted: () => boolean) => Promise<void>;

/** Every id starts with `lifeId`, so that answers to requests from before a reload are ignored. */
export function createCalls(lifeId: string, sendMessage: SendMessage): Calls {
  const calls = new Map<unknown, Call>();
  let count = 0;

  const take = (id: unknown): Call | undefined => {
    const call = calls.get(id);
    calls.delete(id);
    clearTimeout(call?.timer);
    return call;
  };

  return {
    call: (method, params, ms, setTimer = setTimeout) =>
      new Promise((resolve, reject) => {
        const id = `${lifeId}-${++count}`;
        const fail = (error: unknown): void => take(id)?.reject(error);
        const timer = setTimer(() => fail(new LiveOpsError('timeout', `The host did not answer ${method}.`)), ms);
        calls.set(id, {resolve, reject, timer});
        // A call that was reported as failed must have no effect later.
        sendMessage({id, method, params}, () => calls.has(id)).catch(fail);
      }),
    settle(answer) {
      const call = take(answer.id);
      if ('error' in answer) call?.reject(answer.error);
      else call?.resolve(answer.result);
    },
    rejectAll: error => calls.forEach((_call, id) => take(id)?.reject(error)),
  };
}
