"""`manage.py up`, as a stranger runs it."""

import socket
import urllib.request
from pathlib import Path

from config.management.commands.up import fingerprint
from tests import serving


def test_a_second_start_loads_nothing_again(prepared: dict[str, str]):
    with serving.serve(prepared) as address:
        said = (Path(prepared["ENTENTE_VAR"]) / f"up-{address.rpartition(':')[2]}.log").read_text()
        with urllib.request.urlopen(f"{address}/healthz") as answer:
            assert "Set-Cookie" not in answer.headers

    assert f"Entente is at {address}/" in said
    assert "created" not in said
    assert ("editor-demo" in said) is (not prepared["DATABASE_URL"]), "demo people are for the embedded size only"


def test_a_taken_port_is_said_in_one_sentence(prepared: dict[str, str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving.started([*serving.MANAGE, "up", "--port", str(port)], prepared, "taken.log") as (process, log):
            assert process.wait(30) == 1

    assert log.read_text() == f"CommandError: Port {port} is taken; choose another one: manage.py up --port {port + 1}\n"


def test_a_changed_file_of_the_data_is_noticed(tmp_path: Path):
    (tmp_path / "a.csv").write_text("one")
    before = fingerprint(tmp_path)
    (tmp_path / "a.csv").write_text("two")

    assert fingerprint(tmp_path) != before
