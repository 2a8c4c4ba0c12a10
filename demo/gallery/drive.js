/* How a card reaches its state: actions of a player or a page, through the public API only. */

/** The visible element of a matching part, once there is one. */
export async function partOf(element, name, fits = () => true, patienceMs = 30_000) {
  const until = performance.now() + patienceMs;
  for (;;) {
    const found = [...(element.shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])].find(
      part => part.getClientRects().length && fits(part),
    );
    if (found || performance.now() > until) return found;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Presses a button once it is enabled; for that, it must be on screen. */
export const press = part => async card => {
  const button = await partOf(card.element, part, found => {
    found.scrollIntoView({block: 'nearest'});
    return !found.disabled;
  });
  if (!button) throw new Error(`There is no button ${part} to press.`);
  button.click();
};

/** Writes a text into the field, as typing does. */
export const type = text => async card => {
  const field = await partOf(card.element, 'field', ({disabled}) => !disabled);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

/** Chooses the first tile of a choice. */
export const chooseFirst = async card => {
  (await partOf(card.element, 'option')).querySelector('input').click();
};

/** Calls the element's `switchClan()`, as a page's button would, without waiting for its end. */
export const switchClan = card => void card.element.switchClan();

/** Sends another request, once a part shows that the first one has succeeded. */
export const refreshAfter = part => async card => {
  await partOf(card.element, part);
  card.session.session.refresh();
};

/** Restarts the page's session, as the next visit does, once a part is there. */
export const restartAfter = part => async card => {
  const old = card.session.session;
  await partOf(card.element, part);
  card.session.playerName = 'Rocket ';
  await card.session.updateComplete;
  if (card.session.session === old) throw new Error('The session is still the old one.');
};

/** Comes back an hour after a visit with another rank. The page's other ranks stay as they are; this one is removed. */
export const returnFrom = rank => async card => {
  await partOf(card.element, 'own-row');
  const [key, kept] = await newestRank(() => true);
  localStorage.setItem(key, JSON.stringify({...kept, rank, at: kept.at - 3_600_000}));
  await card.session.session.contributors(101).reload();
  await newestRank(({before}) => before === rank);
  localStorage.removeItem(key);
};

/** The rank that was kept last, as its key and value, once it fits. */
async function newestRank(fits) {
  for (;;) {
    const ranks = Object.entries(localStorage)
      .filter(([key]) => key.startsWith('liveops/ranks/'))
      .map(([key, text]) => [key, JSON.parse(text)])
      .sort(([, one], [, other]) => other.at - one.at);
    if (ranks.length && fits(ranks[0][1])) return ranks[0];
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** No window opens on this page from now on, as where the browser blocks it. */
export const blockWindows = () => {
  window.open = () => null;
};

/** Questions about a session that the parts of an element do not answer. */
export const isPending = ({session}) => session.session.clanSwitch.$state.get().status === 'pending';
export const isSettled = ({session}) => session.session.clanSwitch.$state.get().status === 'settled';
export const isSwitching = ({session}) => session.session.clanSwitch.$state.get().status === 'switching';
export const isRecovering = ({session}) => session.session.clanSwitch.$state.get().status === 'recovering';
export const isSlow = ({session}) => session.session.clanSwitch.$state.get().slow === true;
export const isStale = ({session}) => session.session.$rewardChains.get().stale === true;
export const isComplete = ({session}) => session.session.clanSwitch.$receipts.get()[0]?.complete === true;
export const isIncomplete = ({session}) => session.session.clanSwitch.$receipts.get()[0]?.complete === false;
