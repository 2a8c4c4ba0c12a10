import 'liveops-elements/components/clan-contributors/define.js';
import 'liveops-elements/components/session/define.js';
import type {GetToken, Ranking} from 'liveops-elements';
import type {SessionElement} from 'liveops-elements/components/session/define.js';
import type {} from 'liveops-elements/react';
import {useState, type ReactNode} from 'react';

export type BoardProps = {apiBase: string; getToken: GetToken; ranking?: Ranking};

/** A session with the board in it, and a second board elsewhere on the page that is given the session. */
export function Board({apiBase, getToken, ranking = 'competition'}: BoardProps): ReactNode {
  const [session, setSession] = useState<SessionElement | null>(null);
  const [status, setStatus] = useState('');
  return (
    <>
      <liveops-session
        ref={setSession}
        project-id={44056}
        api-base={apiBase}
        player-name="Rocket"
        poll-seconds={0}
        getToken={getToken}
        onliveops-error={({error}) => setStatus(error.code)}
      >
        <liveops-clan-contributors
          className="inside"
          reward-chain-id={101}
          ranking={ranking}
          onliveops-contributors-changed={({rows, currentTarget}) =>
            setStatus(`${rows.length} in ${currentTarget.ranking}`)
          }
        />
      </liveops-session>
      <liveops-clan-contributors className="outside" max-rows="2" session={session ?? undefined} />
      <output>{status}</output>
    </>
  );
}
