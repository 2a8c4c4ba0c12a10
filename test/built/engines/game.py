"""A game around one page: answers what the page asks, has it switch the clan once the board is painted, acknowledges
what that granted, and then reads what is on the screen. It knows no engine: a shell gives it `say(text)`,
`evaluate(script, answered)` and `finish(facts)`, and hands it every text of the page.
"""

import json
import urllib.request

READ = """(() => {
  const texts = (tag, part) => [...document.querySelector(tag).shadowRoot.querySelectorAll(`[part~=${part}]`)]
    .map(element => element.textContent.trim());
  return JSON.stringify({
    rows: texts('liveops-clan-contributors', 'name'),
    receipts: texts('liveops-clan-switch', 'reward-name'),
    origin: self.origin,
    userAgent: navigator.userAgent,
    traces: document.documentElement.outerHTML + location.href + JSON.stringify(performance.getEntries()),
  });
})()"""


class Game:
    def __init__(self, settings, shell):
        self.settings = settings
        self.shell = shell
        self.kept = {}
        self.texts = []
        self.screens = {}

    def hear(self, text):
        """Takes a text of the page; the result is the text of the answer, or None where none is wanted."""
        self.texts.append(text)
        said = json.loads(text)
        act = getattr(self, "on_" + said.get("method", "answer").replace(".", "_").replace("-", "_"), None)
        result = act(said if "method" not in said else said.get("params", {})) if act else None
        if "method" in said and "id" in said:
            return json.dumps({"jsonrpc": "2.0", "id": said["id"], "result": result})
        return None

    def tell(self, method, params=None, id=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params or {}}
        self.shell.say(json.dumps(message if id is None else {**message, "id": id}))

    def look(self, name, then):
        def seen(text):
            self.screens[name] = json.loads(text)
            then()

        self.shell.evaluate(READ, seen)

    def on_ready(self, _):
        self.shell.later(lambda: self.tell("configure", self.settings["configure"]))
        return {"version": 1, "methods": ["auth.getToken", "storage.get", "storage.set", "storage.remove"]}

    def on_auth_getToken(self, _):
        return {"token": self.settings["token"], "expiresInSec": 600}

    def on_storage_get(self, params):
        return {"value": self.kept.get(params["key"])}

    def on_storage_set(self, params):
        self.kept[params["key"]] = params["value"]

    def on_storage_remove(self, params):
        self.kept.pop(params["key"], None)

    def on_first_paint(self, _):
        self.look("painted", self.switch)

    def switch(self):
        call = self.settings["move"]
        body = json.dumps(call["body"]).encode()
        headers = {"content-type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(call["url"], body, headers, method="PUT")).close()
        self.tell("clan.changed", call["body"])
        self.tell("clan.switch", id="switch")

    def on_rewards_received(self, params):
        self.look("received", lambda: self.tell("rewards.acknowledge", {"receiptId": params["receipt"]["id"]}, "acknowledge"))

    def on_answer(self, said):
        if said["id"] == "acknowledge":
            self.look("acknowledged", lambda: self.shell.finish(self.facts()))

    def facts(self):
        return {"screens": self.screens, "texts": self.texts, "kept": list(self.kept.values())}
