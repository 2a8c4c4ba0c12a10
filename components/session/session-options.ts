import type {SessionOptions} from '../../src/session/options.js';
import {toLanguageTag} from '../../src/text/languages.js';
import {langAround} from './lang-around.js';
import {type Live, newest} from './live-properties.js';

type Nullable<T> = {readonly [Name in keyof T]?: T[Name] | null | undefined};

/** The element's properties, named as the options are, in any state that a page may leave them in. */
type Properties = HTMLElement & Nullable<Omit<SessionOptions, keyof Live>> & Live;

/** The properties of a session's element as options. */
export function optionsOf(element: Properties): SessionOptions {
  const {projectId, reduceMotion, maskNames, forgetRanks} = element;
  return {
    projectId: projectId ?? NaN,
    ...given(element),
    locale: element.locale ?? toLanguageTag(langAround(element) ?? ''),
    ...newest(element),
    reduceMotion: reduceMotion === true,
    maskNames: maskNames === true,
    forgetRanks: forgetRanks === true,
  };
}

/** What a session checks itself. */
function given(element: Properties) {
  const {tokenUrl, apiBase, clan, playerName, userKey, pollSeconds} = element;
  const {host, hostName, checkout, sandboxPayments} = element;
  return {
    tokenUrl,
    apiBase,
    clan,
    playerName,
    userKey,
    pollSeconds,
    host,
    hostName,
    checkout,
    sandboxPayments,
  } as Partial<SessionOptions>;
}
