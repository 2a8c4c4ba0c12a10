"""A game's webview, as small as can be: shows one page in QtWebEngine and prints, as one JSON line, what the page reports.

Usage: qt5_host.py PAGE_URL [PNG]. The page offers a global function `report()` that answers null until it is done.
"""

import json
import sys

from PyQt5.QtCore import QTimer, QUrl
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineSettings, QWebEngineView
from PyQt5.QtWidgets import QApplication

POLL_MS = 50
DEADLINE_MS = 30_000
PAINT_MS = 500


class Page(QWebEnginePage):
    def __init__(self):
        super().__init__()
        self.errors = []

    def javaScriptConsoleMessage(self, level, message, line, source):
        if level == QWebEnginePage.ErrorMessageLevel:
            self.errors.append(f"{message} ({source}:{line})")


class Host:
    def __init__(self, app, png):
        self.app = app
        self.png = png
        self.finished = False
        self.page = Page()
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        # Pages from file:// may not call servers otherwise.
        self.page.settings().setAttribute(QWebEngineSettings.LocalContentCanAccessRemoteUrls, True)

    def show(self, url):
        self.page.loadFinished.connect(self.ask)
        self.view.resize(480, 640)
        self.view.show()
        self.view.load(QUrl(url))
        QTimer.singleShot(DEADLINE_MS, lambda: self.finish(None))

    def ask(self, *_):
        self.page.runJavaScript("report()", self.answered)

    def answered(self, report):
        if report is None:
            QTimer.singleShot(POLL_MS, self.ask)
        else:
            self.finish(report)

    def finish(self, report):
        if self.finished:
            return
        self.finished = True
        print(json.dumps({"report": report, "errors": self.page.errors}), flush=True)
        # What is in the document now is on the screen only some frames later.
        QTimer.singleShot(PAINT_MS if self.png else 0, self.leave)

    def leave(self):
        if self.png:
            self.view.grab().save(self.png)
        self.app.quit()


def main():
    app = QApplication(sys.argv[:1])
    host = Host(app, sys.argv[2] if len(sys.argv) > 2 else None)
    host.show(sys.argv[1])
    app.exec_()


main()
