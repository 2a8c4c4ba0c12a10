"""A game around one page, in QtWebEngine with a real web channel. Prints one JSON line when the page says `first-paint`.

Usage: qt5_game.py PAGE_URL SETTINGS. SETTINGS is JSON: {"token": ..., "configure": {...}}.
"""

import json
import sys

from PyQt5.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, pyqtSignal, pyqtSlot
from PyQt5.QtWebChannel import QWebChannel
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineScript, QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

DEADLINE_MS = 40_000
REPORT = """(() => {
  const board = document.querySelector('liveops-clan-contributors');
  const rows = [...board.shadowRoot.querySelectorAll('[part~=row] [part~=name]')].map(name => name.textContent.trim());
  return JSON.stringify({rows, origin: self.origin, userAgent: navigator.userAgent});
})()"""


class Page(QWebEnginePage):
    errors = []

    def javaScriptConsoleMessage(self, level, message, line, source):
        if level == QWebEnginePage.ErrorMessageLevel:
            self.errors.append(f"{message} ({source}:{line})")


class Game(QObject):
    """The object that the page knows as LiveOpsGame."""

    message = pyqtSignal(str)

    def __init__(self, settings, done):
        super().__init__()
        self.settings = settings
        self.done = done
        self.kept = {}
        self.heard = []

    @pyqtSlot(str)
    def send(self, text):
        said = json.loads(text)
        self.heard.append(said)
        answer = getattr(self, "on_" + said["method"].replace(".", "_").replace("-", "_"), None)
        result = answer(said.get("params", {})) if answer else None
        if "id" in said:
            self.say({"id": said["id"], "result": result})
        if said["method"] == "ready":
            self.say({"method": "configure", "params": self.settings["configure"]})

    def say(self, message):
        self.message.emit(json.dumps({"jsonrpc": "2.0", **message}))

    def on_ready(self, _):
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
        self.done()


def channel_script():
    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.ReadOnly)
    script = QWebEngineScript()
    script.setSourceCode(bytes(file.readAll()).decode())
    script.setInjectionPoint(QWebEngineScript.DocumentCreation)
    script.setWorldId(QWebEngineScript.MainWorld)
    return script


def main():
    url, settings = sys.argv[1], json.loads(sys.argv[2])
    app = QApplication(sys.argv[:1])
    page = Page()
    page.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)

    def finish(report):
        print(json.dumps({"report": report and json.loads(report), "heard": game.heard, "errors": page.errors}), flush=True)
        app.quit()

    game = Game(settings, lambda: page.runJavaScript(REPORT, finish))
    channel = QWebChannel()
    channel.registerObject("LiveOpsGame", game)
    page.setWebChannel(channel)
    page.scripts().insert(channel_script())
    view = QWebEngineView()
    view.setPage(page)
    view.resize(480, 640)
    view.show()
    view.load(QUrl(url))
    QTimer.singleShot(DEADLINE_MS, lambda: finish(None))
    app.exec_()


main()
