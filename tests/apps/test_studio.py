"""The web app: what it lists and serves, what it answers to mistakes, and many requests at once from one engine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from strokekit import Engine, read_timeline
from tests.apps.running import ROUTINES, app

pytestmark = pytest.mark.xdist_group("studio")  # the app is made once
NAMES = sorted(path.name.partition(".")[0] for path in ROUTINES.glob("*.routine.yaml"))
ARTICLE = "upper-lower-back"
WRONG = "strokekit: 1\ntitle: Wrong\nsections: [{id: s, steps: [{technique: gluding, where: back}]}]\n"


@pytest.fixture(scope="module")
def studio() -> Flask:
    """The app for the example routines."""
    made = app("web/studio.py").make_app(ROUTINES)
    assert isinstance(made, Flask)
    return made


@pytest.fixture
def client(studio: Flask) -> FlaskClient:
    """Somebody who asks the app."""
    return studio.test_client()


def test_it_lists_its_routines(client: FlaskClient) -> None:
    """The list has every routine of the folder with its title and its times."""
    listed = client.get("/routines").get_json()
    assert [row["name"] for row in listed] == NAMES
    assert next(row for row in listed if row["name"] == ARTICLE) == {
        "name": ARTICLE,
        "valid": True,
        "title": "Back massage, upper part then lower part",
        "least": 576_000,
        "ideal": 1_381_000,
        "most": 3_255_000,
    }


def test_people_find_every_routine(client: FlaskClient) -> None:
    """The first page links to each output of each routine."""
    page = client.get("/").get_data(as_text=True)
    for name in NAMES:
        assert all(f'href="/routines/{name}/{output}"' in page for output in ("card", "player", "timeline", "map", "chart"))


@pytest.mark.parametrize(
    ("output", "kind", "begins"),
    [
        ("card", "text/markdown", "# Back massage"),
        ("player", "text/html", "<!doctype html>"),
        ("timeline", "application/json", "{"),
        ("map", "image/svg+xml", "<svg"),
        ("chart", "image/svg+xml", "<svg"),
    ],
)
def test_it_serves_every_output(client: FlaskClient, output: str, kind: str, begins: str) -> None:
    """Card, player, timeline and pictures come with their media type, just as the engine renders them."""
    answer = client.get(f"/routines/{ARTICLE}/{output}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.get_data(as_text=True).lower().startswith(begins.lower())


@pytest.mark.parametrize(("name", "total"), [("target", 1_800_000), ("slot", 1_800_000)])
def test_a_routine_is_fitted_to_what_is_asked(client: FlaskClient, name: str, total: int) -> None:
    """The timeline that is served lasts to the millisecond as long as asked, and reads back."""
    answer = client.get(f"/routines/{ARTICLE}/timeline", query_string={name: "30 min"})
    assert read_timeline(answer.get_data()).total == total


@pytest.mark.parametrize(
    ("address", "kind", "title", "status"),
    [
        (f"/routines/{ARTICLE}/card?target=3%20h", "out-of-reach", "The routine can't be made to take that long.", 422),
        (f"/routines/{ARTICLE}/card?target=soon", "unreadable", "Something in the address is not understood.", 400),
        ("/routines/nothing/card", "", "Not Found", 404),
        (f"/routines/{ARTICLE}/poem", "", "Not Found", 404),
        ("/check", "", "Method Not Allowed", 405),
    ],
    ids=["out-of-reach", "unreadable", "no-routine", "no-output", "no-method"],
)
def test_mistakes_are_answered_as_problem_details(client: FlaskClient, address: str, kind: str, title: str, status: int) -> None:
    """What can't be done is said in the form of RFC 9457, with the status in it."""
    answer = client.get(address)
    told = answer.get_json(force=True)
    assert (answer.mimetype, answer.status_code) == ("application/problem+json", status)
    assert told["type"] == (f"http://localhost/problems/{kind}" if kind else "about:blank")
    assert (told["title"], told["status"], told["instance"]) == (title, status, address.partition("?")[0])
    assert told["detail"]


def test_a_routine_out_of_reach_says_what_is_in_reach(client: FlaskClient) -> None:
    """The problem holds the diagnostics of the engine with their hints."""
    told = client.get(f"/routines/{ARTICLE}/card?target=3%20h").get_json(force=True)["diagnostics"]
    (found,) = [one for one in told if one["severity"] == "error"]
    assert (found["code"], found["name"]) == ("SK614", "target-out-of-reach")
    assert found["hints"]


def test_a_wrong_routine_is_answered_with_its_diagnostics(client: FlaskClient) -> None:
    """What is sent and wrong comes back with code, place and what to do."""
    answer = client.post("/check", data=WRONG)
    told = answer.get_json(force=True)
    assert (answer.status_code, told["type"]) == (422, "http://localhost/problems/invalid-routine")
    (found,) = [one for one in told["diagnostics"] if one["severity"] == "error"]
    assert found == {
        "code": "SK401",
        "name": "unknown-technique",
        "severity": "error",
        "message": "there is no technique `gluding`",
        "pointer": "/sections/0/steps/0/technique",
        "line": 3,
        "column": 40,
        "hints": ["did you mean `gliding`?"],
    }


def test_a_right_routine_is_answered_with_its_time(client: FlaskClient) -> None:
    """What is sent and right is answered with how long it takes."""
    sent = (ROUTINES / f"{ARTICLE}.routine.yaml").read_bytes()
    told = client.post("/check", data=sent).get_json()
    assert (told["valid"], told["ideal"]) == (True, 1_381_000)
    assert [found["name"] for found in told["diagnostics"]] == ["contraindications-unknown"]


def test_what_is_too_large_is_refused(client: FlaskClient) -> None:
    """Nobody can send more than the app takes."""
    answer = client.post("/check", data=b"x" * 600_000)
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")


@pytest.mark.parametrize("kind", ["invalid-routine", "out-of-reach", "unreadable"])
def test_every_kind_of_problem_has_a_page(client: FlaskClient, kind: str) -> None:
    """The address of a kind of problem is a page that says what it is; other addresses are none."""
    assert client.get(f"/problems/{kind}").get_data(as_text=True).startswith(f"<!doctype html><title>{kind}</title><p>")
    assert client.get("/problems/other").status_code == 404


def test_a_file_with_mistakes_is_listed_and_not_served(tmp_path: Path) -> None:
    """One wrong file of the folder leaves the others be, and is answered with what is wrong with it."""
    (tmp_path / "wrong.routine.yaml").write_text(WRONG, encoding="utf-8")
    asking = app("web/studio.py").make_app(tmp_path).test_client()
    assert asking.get("/routines").get_json() == [{"name": "wrong", "valid": False}]
    assert "wrong</strong> has mistakes" in asking.get("/").get_data(as_text=True)
    assert asking.get("/routines/wrong/card").status_code == 422


@pytest.fixture
def served(studio: Flask) -> Iterator[int]:
    """The app behind a real server with a thread for each request; gives its port."""
    server = make_server("127.0.0.1", 0, studio, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def get(port: int, address: str) -> tuple[int, bytes]:
    """Ask the server over HTTP."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    told = answer.status, answer.read()
    connection.close()
    return told


def test_requests_are_served_side_by_side(client: FlaskClient, served: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four requests are inside the one engine at the same time, and each gets what it would get alone."""
    wanted = [f"/routines/{ARTICLE}/{output}?target={minutes}%20min" for minutes in (20, 30) for output in ("card", "timeline")]
    alone = [client.get(address).get_data() for address in wanted]
    meeting, real, inside = threading.Barrier(len(wanted), timeout=60), Engine.fit, []

    def fit(self: Engine, *given: Any, **named: Any) -> Any:
        meeting.wait()  # nobody gets on before all are in
        inside.append(id(self))
        return real(self, *given, **named)

    monkeypatch.setattr(Engine, "fit", fit)
    with ThreadPoolExecutor(len(wanted)) as people:
        answers = list(people.map(lambda address: get(served, address), wanted))
    assert answers == [(200, content) for content in alone]
    assert len(set(inside)) == 1
    assert len(inside) == len(wanted)


def test_it_says_how_it_is_started(capsys: pytest.CaptureFixture[str]) -> None:
    """Its command line explains itself."""
    with pytest.raises(SystemExit, match="0"):
        app("web/studio.py").main(["--help"])
    assert "serve the routines of a folder" in capsys.readouterr().out
    assert json.dumps(app("web/studio.py").OUTPUTS)
