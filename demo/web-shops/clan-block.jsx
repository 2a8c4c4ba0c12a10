const SCRIPT = 'https://static.example.com/liveops-elements/0.1.0/liveops-elements.js';

/** One script, however many blocks are on the page. */
function addScript() {
  if (document.querySelector(`script[src="${SCRIPT}"]`)) return;
  document.head.append(Object.assign(document.createElement('script'), {type: 'module', src: SCRIPT}));
}

async function ask(url) {
  const answer = await fetch(url, {credentials: 'include'});
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

async function signIn(session) {
  const {name, clan} = await ask('https://api.example.com/player').catch(() => ({}));
  if (name) Object.assign(session, {playerName: name, clan});
  session.getToken = async ({reason}) => {
    const {token, expires_in} = await ask(`https://api.example.com/session-token?reason=${reason}`);
    return {token, expiresInSec: expires_in};
  };
}

/** Called with the element when it is added to the page, and with null when it is removed. */
function connect(session) {
  if (!session) return;
  addScript();
  void signIn(session);
}

export default function ClanBlock() {
  const projectId = useControls(number('Project ID', 44056, {min: 1, step: 1}));
  const chainId = useControls(number('Reward chain', 101, {min: 1, step: 1}));
  const rows = useControls(number('Rows', 10, {min: 1, max: 10, step: 1}));
  const ranking = useControls(select('Equal points', ['competition', 'dense', 'ordinal'], 'competition'));
  const title = useControls(text('Title', 'Top contributors'));
  const isDark = useControls(toggle('Dark', true));
  const accent = useControls(color('Accent', '#ffb454'));
  const onAccent = useControls(color('Text on accent', '#2a1600'));
  const radius = useControls(number('Corners', 12, {min: 0, max: 40, step: 1}));
  const style = {'--liveops-accent': accent, '--liveops-on-accent': onAccent, '--liveops-radius': `${radius}px`};

  return (
    <liveops-session ref={connect} project-id={projectId} style={style}>
      <liveops-clan-contributors
        reward-chain-id={chainId}
        max-rows={rows}
        ranking={ranking}
        theme={isDark ? 'dark' : 'light'}
      >
        <span slot="title">{title}</span>
      </liveops-clan-contributors>
    </liveops-session>
  );
}
