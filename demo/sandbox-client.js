/** The sandbox's control calls: actions of a game server or the vendor's cloud. For pages and tests. */
export class SandboxClient {
  #base;

  /** @param url - The sandbox's base URL, without a path. */
  constructor(url) {
    this.#base = `${url}/sandbox`;
  }

  /** Answers `{token, expires_in}`; the life of the token in seconds, by default an hour. */
  issueToken(user = 'Rocket', expires_in = undefined) {
    return this.#call('POST', userPath(user, 'token'), {expires_in});
  }

  /**
   * `{clan}` and others; `null` removes one. A new clan takes effect once the player's client has requested the switch.
   */
  setAttributes(user, attributes) {
    return this.#call('PUT', userPath(user, 'attributes'), attributes);
  }

  /** Adds points to a chain, as a purchase does. */
  contribute(user, reward_chain_id, amount) {
    return this.#call('POST', userPath(user, 'contributions'), {reward_chain_id, amount});
  }

  readFaults() {
    return this.#call('GET', '/faults');
  }

  /** Replaces all faults with these. */
  setFaults(faults) {
    return this.#call('PUT', '/faults', faults);
  }

  setOptions(options) {
    return this.#call('PUT', '/options', options);
  }

  /** Moves the sandbox's clock forward, until the next reset. */
  passTime(seconds) {
    return this.#call('POST', '/clock', {seconds});
  }

  /** The latest requests to the API, oldest first. */
  readLog() {
    return this.#call('GET', '/log');
  }

  /** Restores the state after the start. */
  reset() {
    return this.#call('POST', '/reset', {});
  }

  /** The URL of a picture by its name, such as `gem`. */
  pictureOf(name) {
    return `${this.#base}/images/${name}.svg`;
  }

  async #call(method, path, body) {
    const answer = await fetch(this.#base + path, {method, ...(body && {body: JSON.stringify(body)})});
    if (!answer.ok) throw new Error(`Sandbox: ${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}

const userPath = (user, what) => `/users/${encodeURIComponent(user)}/${what}`;
