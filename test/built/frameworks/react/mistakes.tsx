import type {} from 'liveops-elements/react';

export const mistakes = [
  // @ts-expect-error: not a number
  <liveops-session project-id="our game" />,
  // @ts-expect-error: a token, not a function that gets one
  <liveops-session getToken="eyJhbGciOi" />,
  // @ts-expect-error: no such attribute, and no place for a token
  <liveops-session gettoken="eyJhbGciOi" />,
  // @ts-expect-error: no such ranking
  <liveops-clan-contributors ranking="olympic" />,
  // @ts-expect-error: a server would write the attribute `rewardchainid`, which nobody reads
  <liveops-clan-contributors rewardChainId={101} />,
  // @ts-expect-error: not a session
  <liveops-clan-contributors session={{}} />,
  // @ts-expect-error: these events have fields of their own, and no `detail`
  <liveops-session onliveops-error={event => event.detail} />,
  // @ts-expect-error: no event of a board
  <liveops-clan-contributors onliveops-error={event => event.error} />,
  // @ts-expect-error: a receipt has no such field
  <liveops-clan-switch onliveops-rewards-received={({receipt}) => receipt.sum} />,
];

export const passed = [
  // What widgets send passes through their session.
  <liveops-session onliveops-contribute={({pointsNeeded}) => pointsNeeded.toFixed()} />,
  // TypeScript lets unknown names pass in JSX when they have a hyphen.
  <liveops-clan-contributors max-row="3" />,
];
