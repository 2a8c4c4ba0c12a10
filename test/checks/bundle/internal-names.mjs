import {readFileSync} from 'node:fs';
import {walk} from './syntax-tree.mjs';

/**
 * Members that one module of ours gives another and nobody outside ever sees, so that the self-contained files may
 * shorten them. Not for names of the platform, of a dependency, of the wire, or of anything a page can reach.
 */
const INTERNAL = `
  addController after aheadMs alone attempt board chainList clanChanged cleanName clock converter createId
  createProperty createRenderRoot element elementProperties elementStyles enableUpdating fail failure finalize
  finalizeStyles firstClan firstUpdated fromAttribute getPropertyDescriptor getPropertyOptions getUpdateComplete
  giveUpMs hasChanged hasMore hasSession hasUpdated hostConnected hostDisconnected hostUpdate hostUpdated http identify
  intervalMs isClanless isOpen isUpdatePending journal last later live longestMs mark maxBytes missing most moved
  noBoard onChange onClaimed onFound onMissing onOtherPlayer onSwitched onToken onTrace outOfReach ownName parts path
  people performUpdate place playerOf pointsKept pollMs press query ranked readChains readTimeoutMs renderBefore
  renderOptions renderRoot renew requestUpdate restart samePeriod sameWord scheduleUpdate seed seemsSame sendUpdate
  sessions setPlayer settle shadowRootOptions share shouldUpdate slowMs staleSince strings tell timing today
  tokenTimeoutMs toRows tried turns updated upToDate useDefault verdict wake watch whole willUpdate write
`
  .trim()
  .split(/\s+/);

const wordsOf = text => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

/** For the pattern of names to shorten. */
export const INTERNAL_NAMES = `(?:${INTERNAL.join('|')})$`;

/** Members of the messages between page and game. */
const protocolNames = () =>
  [...readFileSync('docs/host-protocol.md', 'utf8').matchAll(/"(\w+)":/g)].map(([, name]) => name);

/** Stops the build where a name cannot be internal after all: it is public, or it also stands in a text. */
export function refusePublicNames(tree) {
  const seen = new Set([...wordsOf(readFileSync('docs/api-surface.txt', 'utf8')), ...protocolNames()]);
  walk(tree, node => {
    if (node.type === 'Literal' && INTERNAL.includes(node.value)) seen.add(node.value);
  });
  const shared = INTERNAL.find(name => seen.has(name));
  if (shared) throw new Error(`"${shared}" is no internal name: take it off the list in internal-names.mjs`);
}
