/*
 * Explains to page developers what an element without a session waits for. For the development build only; it reads the
 * page and plain fields.
 */
const SESSION = 'liveops-session';

type SessionLike = Element & {
  readonly session?: unknown;
  readonly projectId?: number | null;
  readonly getToken?: unknown;
  readonly tokenUrl?: string | null;
  readonly host?: string | null;
};

/** One line for the console. */
export function describeWaiting(element: HTMLElement): string {
  const reasons = element.localName === SESSION ? reasonsOfSession(element) : reasonsOfWidget(element);
  return `liveops-elements: <${element.localName}> has waited for 3 seconds. ${reasons.join(' ')}`;
}

function reasonsOfWidget(element: HTMLElement & {session?: unknown}): string[] {
  const given = element.session;
  if (typeof given === 'string' && given) return reasonsOfId(element, given);
  if (given instanceof Element) return aboutSession(given);
  if (given) return ['The object in its property `session` has no session yet.'];
  const above = closestSession(element);
  return above ? aboutSession(above) : [noneAbove()];
}

function reasonsOfId(element: Element, id: string): string[] {
  const selector = `[id="${CSS.escape(id)}"]`;
  const root = element.getRootNode() as ParentNode;
  const own = [...root.querySelectorAll(selector)];
  const all = own.length ? own : [...document.querySelectorAll(selector)];
  const [first] = all;
  if (!first) return [`No element of the page has the id "${id}" that its attribute \`session\` names.`];
  const twice = all.length > 1 ? [`${all.length} elements have the id "${id}", and the first one counts.`] : [];
  return [...twice, ...aboutSession(first)];
}

function aboutSession(session: Element): string[] {
  if (session.localName !== SESSION) return [`Its session is said to be a <${session.localName}>, which is none.`];
  return reasonsOfSession(session).map(reason => reason.replace(/^It /, 'Its <liveops-session> '));
}

function reasonsOfSession(session: SessionLike): string[] {
  if (!customElements.get(SESSION))
    return ['It is not defined: the script that defines <liveops-session> is not loaded.'];
  const isHosted = session.host != null && session.host !== 'none';
  return [
    ...(session.projectId == null
      ? [isHosted ? 'It has no `project-id`, and the game sent no `configure`.' : 'It has no `project-id`.']
      : []),
    ...(isHosted || session.getToken || session.tokenUrl
      ? []
      : ['It has no source of tokens: set `getToken` by script, or `token-url` or `host`.']),
    ...duplicates(session),
  ];
}

/** A script that looks for an id sets up the first element only. */
function duplicates({id}: Element): string[] {
  const count = id ? document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length : 0;
  return count > 1 ? [`${count} elements of the page have the id "${id}"; a script finds the first only.`] : [];
}

function noneAbove(): string {
  const inside = 'Put it between <liveops-session> and </liveops-session>, or name the session by `session="its id"`.';
  if (!document.querySelector(SESSION)) return `There is no <liveops-session> on the page. ${inside}`;
  return (
    'It is not inside the <liveops-session> of the page. Where the source says it is, an editor has put <p> around the ' +
    `tags, and the browser closes a <liveops-session> at the next </p>. ${inside}`
  );
}

function closestSession(element: Element): Element | undefined {
  const found = element.closest(SESSION);
  if (found) return found;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host && closestSession(host);
}
