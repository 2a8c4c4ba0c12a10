/*
 * The login: copy this. The session requests a token when it needs one; your back end identifies the player by its own
 * cookie, and answers with the player's token.
 */
export async function getToken({reason}) {
  const answer = await fetch(`/session-token?reason=${reason}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const {token, expires_in} = await answer.json();
  return {token, expiresInSec: expires_in};
}
