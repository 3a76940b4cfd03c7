"""What can be known of docker-compose.yml without Docker."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SECRET = re.compile(r"PASSWORD|SECRET|KEY|TOKEN")


def test_there_are_five_services():
    assert set(SERVICES) == {"web", "worker", "beat", "postgres", "redis"}


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_healthcheck(name: str):
    assert SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", SERVICES)
def test_no_secret_stands_in_the_file(name: str):
    """A secret is asked of the environment, and compose stops when it is not there."""
    for variable, value in SERVICES[name].get("environment", {}).items():
        if SECRET.search(variable):
            assert re.fullmatch(r"\$\{\w+:\?[^}]+\}", value), variable
        assert not re.search(r"://\w+:(?!\$\{\w+:\?)[^@/]+@", str(value)), variable


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_worker_and_beat_run_the_queue_of_the_house(name: str):
    assert SERVICES[name]["command"][:4] == ["celery", "-A", "config.celery", name]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_the_house_waits_for_its_services(name: str):
    assert SERVICES[name]["depends_on"]["postgres"] == SERVICES[name]["depends_on"]["redis"] == {"condition": "service_healthy"}


@pytest.mark.parametrize("name", ["worker", "beat"])
def test_worker_and_beat_wait_for_the_migrated_database(name: str):
    assert SERVICES[name]["depends_on"]["web"] == {"condition": "service_healthy"}


def test_every_volume_is_named():
    used = {volume.partition(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}

    assert used == set(COMPOSE["volumes"])


def test_nothing_but_the_web_server_has_a_port_and_only_on_loopback():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert SERVICES["web"]["ports"][0].startswith("127.0.0.1:")


def test_every_variable_of_the_file_is_explained():
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    explained = set(re.findall(r"^(?:# )?(\w+)=", (ROOT / ".env.example").read_text(), flags=re.MULTILINE))

    assert asked <= explained


def test_every_variable_of_the_settings_is_explained():
    asked = set(re.findall(r"env\.\w+\(\"(\w+)\"", (ROOT / "config" / "settings.py").read_text()))
    explained = set(re.findall(r"^(?:# )?(\w+)=", (ROOT / ".env.example").read_text(), flags=re.MULTILINE))

    assert asked <= explained


def test_the_image_gets_every_package_and_no_secret():
    """The build sees only what .dockerignore names."""
    named = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert packages <= named
    assert not [name for name in named if name.startswith(".env") or name in ("var", "tests")]
