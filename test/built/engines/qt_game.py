"""The game of game.py in QtWebEngine with a real web channel. Prints one JSON line when it has played.

Usage: qt_game.py VERSION PLACE SETTINGS. VERSION is 5 or 6; PLACE is an address, or `html:` and the path of a file that is
loaded as a text; SETTINGS is JSON: {"token": ..., "configure": {...}, "move": {"url": ..., "body": {...}}}.
"""

import json
import sys
from importlib import import_module

from game import Game

version, place, settings = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
core = import_module(f"PyQt{version}.QtCore")
widgets = import_module(f"PyQt{version}.QtWebEngineWidgets")
engine = widgets if version == "5" else import_module("PyQt6.QtWebEngineCore")
channels = import_module(f"PyQt{version}.QtWebChannel")
QApplication = import_module(f"PyQt{version}.QtWidgets").QApplication

DEADLINE_MS = 40_000


class Page(engine.QWebEnginePage):
    errors = []

    def javaScriptConsoleMessage(self, level, message, line, source):
        if level == engine.QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            self.errors.append(f"{message} ({line})")


class Channel(core.QObject):
    """The object that the page knows as LiveOpsGame."""

    message = core.pyqtSignal(str)
    hear = None

    @core.pyqtSlot(str)
    def send(self, text):
        answer = self.hear(text)
        if answer:
            self.message.emit(answer)


class Shell:
    def __init__(self, app, page, channel):
        self.app = app
        self.page = page
        self.channel = channel

    def say(self, text):
        self.channel.message.emit(text)

    def evaluate(self, script, answered):
        self.page.runJavaScript(script, answered)

    def later(self, task):
        core.QTimer.singleShot(0, task)

    def finish(self, facts):
        print(json.dumps({**facts, "errors": self.page.errors}), flush=True)
        self.app.quit()


def channel_script():
    file = core.QFile(":/qtwebchannel/qwebchannel.js")
    file.open(core.QIODevice.OpenModeFlag.ReadOnly)
    script = engine.QWebEngineScript()
    script.setSourceCode(bytes(file.readAll()).decode())
    script.setInjectionPoint(engine.QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(engine.QWebEngineScript.ScriptWorldId.MainWorld.value if version == "6" else 0)
    return script


def main():
    app = QApplication(sys.argv[:1])
    page = Page()
    page.settings().setAttribute(engine.QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, True)
    published = Channel()
    shell = Shell(app, page, published)
    game = Game(settings, shell)
    published.hear = game.hear
    channel = channels.QWebChannel()
    channel.registerObject("LiveOpsGame", published)
    page.setWebChannel(channel)
    page.scripts().insert(channel_script())
    view = widgets.QWebEngineView()
    view.setPage(page)
    view.resize(480, 640)
    view.show()
    if place.startswith("html:"):
        with open(place[len("html:") :], encoding="utf-8") as file:
            view.setHtml(file.read())
    else:
        view.load(core.QUrl(place))
    core.QTimer.singleShot(DEADLINE_MS, lambda: shell.finish(game.facts()))
    app.exec()


main()
