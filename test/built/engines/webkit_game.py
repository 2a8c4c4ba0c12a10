"""The game of game.py in WebKitGTK with a real script message handler that replies. Prints one JSON line when it has played.

Usage: webkit_game.py PLACE SETTINGS, as for qt_game.py.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("JavaScriptCore", "4.1")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, JavaScriptCore, WebKit2  # noqa: E402

from game import Game  # noqa: E402

place, settings = sys.argv[1], json.loads(sys.argv[2])
DEADLINE_S = 40
NAME = "LiveOpsGame"
# WebKit tells a game nothing of the console, so that the page keeps what it would say there.
NOTE_ERRORS = """
  window.errors = [];
  addEventListener('error', ({message}) => errors.push(message));
  addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)));
"""


class Shell:
    def __init__(self, view):
        self.view = view

    def say(self, text):
        self.evaluate(f"LiveOpsHost.receive({json.dumps(text)})", lambda _: None)

    def evaluate(self, script, answered):
        def done(view, result):
            answered(view.evaluate_javascript_finish(result).to_string())

        self.view.evaluate_javascript(script, -1, None, None, None, done)

    def later(self, task):
        GLib.idle_add(lambda: task() and False)

    def finish(self, facts):
        def end(errors):
            print(json.dumps({**facts, "errors": json.loads(errors)}), flush=True)
            Gtk.main_quit()

        self.evaluate("JSON.stringify(window.errors)", end)


def main():
    manager = WebKit2.UserContentManager()
    manager.register_script_message_handler_with_reply(NAME, None)
    script = WebKit2.UserScript(
        NOTE_ERRORS, WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START, None, None
    )
    manager.add_script(script)
    view = WebKit2.WebView.new_with_user_content_manager(manager)
    shell = Shell(view)
    game = Game(settings, shell)

    def heard(_manager, value, reply):
        answer = game.hear(value.to_string())
        reply.return_value(JavaScriptCore.Value.new_string(value.get_context(), answer or ""))
        return True

    manager.connect(f"script-message-with-reply-received::{NAME}", heard)
    window = Gtk.Window()
    window.set_default_size(480, 640)
    window.add(view)
    window.show_all()
    if place.startswith("html:"):
        with open(place[len("html:") :], encoding="utf-8") as file:
            view.load_html(file.read(), None)
    else:
        view.load_uri(place)
    GLib.timeout_add_seconds(DEADLINE_S, lambda: shell.finish(game.facts()))
    Gtk.main()


main()
