import {createSession, isLiveOpsError, LiveOpsError} from 'liveops-elements';
import type {Contributor, Resource, Session} from 'liveops-elements';
import 'liveops-elements/bundle';
import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';

const session: Session = createSession({projectId: 44056, getToken: () => Promise.resolve('token')});
const board: Resource<readonly Contributor[]> = session.contributors(101).get();

// `updateComplete` exists only on the element's own class: a plain Element would not compile.
export const drawn: Promise<boolean> | undefined = document.querySelector('liveops-clan-contributors')?.updateComplete;

export function reasonOf(error: unknown): string {
  if (board.status === 'failed') return board.error.code;
  return isLiveOpsError(error) ? error.code : new LiveOpsError('config', 'unknown').message;
}
