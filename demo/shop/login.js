/*
 * The login: copy this. The session asks for a token when it needs one; your back end knows by its own cookie who plays,
 * and answers with a token of that player.
 */
export async function getToken({reason}) {
  const answer = await fetch(`/session-token?reason=${reason}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const {token, expires_in} = await answer.json();
  return {token, expiresInSec: expires_in};
}
