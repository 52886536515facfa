"""A client of a language server over standard input and output: as much of the protocol as the tests need."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, TypeAlias

import attrs

Message: TypeAlias = dict[str, Any]
PATIENCE = 60
"""Seconds after which a server that says nothing is taken to be stuck."""
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


@attrs.frozen
class Found:
    """A diagnostic as an editor shows it: the text that is underlined, and what is said."""

    text: str
    says: str


@attrs.define
class LanguageServer:
    """A running server. Every document has a name of its own, so that no answer is taken for another's."""

    process: subprocess.Popen[bytes]
    folder: Path
    settings: Mapping[str, Any]
    _received: Queue[Message] = attrs.field(factory=Queue)
    _published: dict[str, list[Message]] = attrs.field(factory=dict)
    _asked: int = 0

    @classmethod
    def start(cls, program: str, folder: Path, settings: Mapping[str, Any]) -> LanguageServer:
        """Start a program that speaks the protocol with `--stdio`, for a workspace."""
        process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        server = cls(process, folder, settings)
        Thread(target=server._listen, daemon=True).start()
        server.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": CAPABILITIES})
        server._send({"method": "initialized", "params": {}})
        server._send({"method": "workspace/didChangeConfiguration", "params": {"settings": settings}})
        return server

    def stop(self) -> None:
        """Ask the server to end, and wait for it."""
        self.ask("shutdown", None)
        self._send({"method": "exit"})
        self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()

    def open(self, name: str, text: str) -> str:
        """Open a document of the workspace, saved or not; give its address."""
        address = (self.folder / name).as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return address

    def diagnostics(self, texts: Mapping[str, str]) -> dict[str, list[Found]]:
        """Open documents and wait until all are judged: the server lets a moment pass after each, so they are opened at once."""
        addresses = {name: self.open(name, text) for name, text in texts.items()}
        while not self._published.keys() >= set(addresses.values()):
            self._take()
        return {name: [_found(one, texts[name]) for one in self._published[address]] for name, address in addresses.items()}

    def completions(self, name: str, marked: str) -> dict[str, str]:
        """Give what is offered at `¦` in a document: label → what is said about it."""
        found = self._at("textDocument/completion", name, marked)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: _words(item.get("documentation")) for item in items}

    def hover(self, name: str, marked: str) -> str:
        """Give what is shown where the pointer rests on `¦` in a document."""
        found = self._at("textDocument/hover", name, marked)
        return _words(found["contents"]) if found else ""

    def ask(self, method: str, params: Any) -> Any:
        """Make a request and wait for its answer."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _at(self, method: str, name: str, marked: str) -> Any:
        before, _, after = marked.partition("¦")
        self.diagnostics({name: before + after})  # the schema is there, once a document has been judged
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self.ask(method, {"textDocument": {"uri": (self.folder / name).as_uri()}, "position": place})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _take(self) -> Message:
        """Take the next message; what the server asks of its client is answered, what it publishes is kept."""
        message = self._received.get(timeout=PATIENCE)
        if "id" in message and "method" in message:
            items = message["params"].get("items", ()) if isinstance(message.get("params"), dict) else ()
            result = [self.settings.get(item.get("section", "")) for item in items]
            self._send({"id": message["id"], "result": result or None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._published[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.partition(b":")[2])
            while stream.readline().strip():
                continue
            self._received.put(json.loads(stream.read(length)))


def _found(diagnostic: Message, text: str) -> Found:
    lines = text.splitlines(keepends=True) or [""]
    start, end = (
        sum(map(len, lines[: at["line"]])) + at["character"] for at in (diagnostic["range"]["start"], diagnostic["range"]["end"])
    )
    return Found(text[start:end], diagnostic["message"])


def _words(shown: Any) -> str:
    return str(shown["value"] if isinstance(shown, dict) else shown or "")
