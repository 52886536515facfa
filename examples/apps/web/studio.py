"""A small web app: lists the routines of a folder, fits one to a slot, and serves it as card, player, picture and timeline.

    python examples/apps/web/studio.py examples/routines --port 8000

One engine serves all requests, in as many threads as the server has: it never changes. Everything that is wrong with a request or
a routine is answered as problem details (RFC 9457), with the diagnostics in them.
"""

from __future__ import annotations

import argparse
import html
import sys
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, render_template, request, url_for
from werkzeug.exceptions import HTTPException, NotFound

from strokekit import Diagnostic, Engine, InvalidRoutine, Limits, Outcome, Plan, Timeline, UsageError

OUTPUTS = {"card": "markdown", "player": "html", "timeline": "json", "map": "svg", "chart": "timeline_svg"}
"""The last part of an address → the renderer."""
PROBLEMS = {
    "invalid-routine": "The routine can't be used as it is written.",
    "out-of-reach": "The routine can't be made to take that long.",
    "unreadable": "Something in the address is not understood.",
}
"""The kinds of problems that this app knows, each with its title and an address of its own."""
LARGEST = 500_000
"""How many bytes a routine may have that somebody sends."""


def make_app(folder: Path, engine: Engine | None = None) -> Flask:
    """Make the app for the routines of a folder; those that are not valid are listed with what is wrong with them."""
    engine = engine or Engine(limits=Limits(size=LARGEST))
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's own provider has it
    # A plan is there also where all that is wrong is a technique that nobody knows; it can't be used all the same.
    plans = {path.name.partition(".")[0]: engine.compose(engine.load(path)) for path in sorted(folder.glob("*.routine.*"))}

    @app.get("/")
    def home() -> str:
        """Show the routines to people."""
        return render_template("home.html", routines=[_row(engine, name, one) for name, one in plans.items()], outputs=OUTPUTS)

    @app.get("/routines")
    def routines() -> Response:
        """List the routines for programs."""
        return jsonify([_row(engine, name, one) for name, one in plans.items()])

    @app.get("/routines/<name>/<output>")
    def routine(name: str, output: str) -> Response:
        """Fit a routine to `slot` (or `target`, or `table`), and write it down in `language`."""
        if name not in plans or output not in OUTPUTS:
            raise NotFound
        wanted = {key: request.args[key] for key in ("slot", "target", "table") if key in request.args}
        timeline: Timeline = engine.fit(plans[name].require(), **wanted).require()  # type: ignore[arg-type]  # three texts
        renderer = engine.catalog.renderers[OUTPUTS[output]]
        content = engine.render(timeline, to=renderer.id, language=request.args.get("language", ""))
        return Response(content, mimetype=renderer.media_type)

    @app.post("/check")
    def check() -> Response:
        """Check the routine that is sent, and say how long it takes."""
        plan = engine.compose(engine.loads(request.get_data(), name="sent.routine.yaml"))
        plan.require()
        return jsonify({**_row(engine, "sent", plan), "diagnostics": [_told(found) for found in plan.report]})

    @app.get("/problems/<kind>")
    def problem(kind: str) -> str:
        """Say what a kind of problem is."""
        if kind not in PROBLEMS:
            raise NotFound
        return f"<!doctype html><title>{html.escape(kind)}</title><p>{html.escape(PROBLEMS[kind])}</p>"

    app.register_error_handler(InvalidRoutine, _refused)
    app.register_error_handler(UsageError, _misunderstood)
    app.register_error_handler(HTTPException, _failed)
    return app


def _row(engine: Engine, name: str, outcome: Outcome[Plan]) -> dict[str, Any]:
    """Say what a routine is and how long it takes, in milliseconds; of one that is not valid only that it isn't."""
    plan = outcome.value
    if plan is None or not outcome.report.ok:
        return {"name": name, "valid": False}
    time = engine.measure(plan)
    title = next(iter(plan.routine.title.values()), name)
    return {"name": name, "valid": True, "title": title, "least": time.min, "ideal": time.ideal, "most": time.max}


def _told(found: Diagnostic) -> dict[str, Any]:
    """Give a diagnostic as JSON: what, where, and what to do."""
    where = {"line": found.span.line, "column": found.span.column} if found.span else {}
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "pointer": found.pointer,
        **where,
        "hints": list(found.hints),
    }


def _problem(status: int, kind: str | None, title: str, detail: str, **more: Any) -> tuple[Response, int]:
    address = url_for("problem", kind=kind, _external=True) if kind else "about:blank"
    response = jsonify({"type": address, "title": title, "status": status, "detail": detail, "instance": request.path, **more})
    response.mimetype = "application/problem+json"
    return response, status


def _refused(wrong: InvalidRoutine) -> tuple[Response, int]:
    """Answer a routine with errors, or a time that it can't take."""
    errors = wrong.report.errors
    kind = "out-of-reach" if all(error.name == "target-out-of-reach" for error in errors) else "invalid-routine"
    told = [_told(found) for found in wrong.report]
    return _problem(422, kind, PROBLEMS[kind], errors[0].message, diagnostics=told)


def _misunderstood(wrong: UsageError) -> tuple[Response, int]:
    """Answer a time or a language that is none."""
    return _problem(400, "unreadable", PROBLEMS["unreadable"], str(wrong))


def _failed(wrong: HTTPException) -> tuple[Response, int]:
    """Answer what HTTP itself has a word for."""
    return _problem(wrong.code or 500, None, wrong.name, wrong.description or "")


def main(arguments: list[str]) -> None:
    """Serve a folder on this machine."""
    parser = argparse.ArgumentParser(description="serve the routines of a folder")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    given = parser.parse_args(arguments)
    make_app(given.folder).run(port=given.port, threaded=True)


if __name__ == "__main__":
    main(sys.argv[1:])
