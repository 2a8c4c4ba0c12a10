/** The sandbox's control calls: what a game server or the vendor's cloud would do. For pages, and for tests. */
export class SandboxClient {
  #base;

  /** @param url - The sandbox's own address, without a path. */
  constructor(url) {
    this.#base = `${url}/sandbox`;
  }

  /** Answers `{token, expires_in}`; the life of the token in seconds, by default an hour. */
  issueToken(user = 'Rocket', expires_in = undefined) {
    return this.#call('POST', userPath(user, 'token'), {expires_in});
  }

  /** `{clan}` and others; `null` removes one. A new clan counts once the player's client has asked for it. */
  setAttributes(user, attributes) {
    return this.#call('PUT', userPath(user, 'attributes'), attributes);
  }

  /** Points for a chain, as a purchase gives them. */
  contribute(user, reward_chain_id, amount) {
    return this.#call('POST', userPath(user, 'contributions'), {reward_chain_id, amount});
  }

  readFaults() {
    return this.#call('GET', '/faults');
  }

  /** Replaces all faults by these. */
  setFaults(faults) {
    return this.#call('PUT', '/faults', faults);
  }

  setOptions(options) {
    return this.#call('PUT', '/options', options);
  }

  /** Puts the sandbox's clock forward until the next reset. */
  passTime(seconds) {
    return this.#call('POST', '/clock', {seconds});
  }

  /** The latest requests to the API, oldest first. */
  readLog() {
    return this.#call('GET', '/log');
  }

  /** Everything as after the start. */
  reset() {
    return this.#call('POST', '/reset', {});
  }

  /** The address of a picture by its name, such as `gem`. */
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
