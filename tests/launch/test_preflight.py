"""What is in the way of a start is told in one clear line each, before the start."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections import namedtuple
from dataclasses import replace

import pytest

from bot import settings as settings_module
from bot.errors import ConfigurationError
from bot.launch import preflight
from tests.launch.machine import free_ports


@pytest.fixture
def chosen(tmp_path):
    gateway, brain, actions = free_ports(3)
    return replace(
        settings_module.load({}),
        var=tmp_path / "var",
        gateway_port=gateway,
        brain_port=brain,
        actions_port=actions,
    )


def test_nothing_is_in_the_way_on_a_healthy_machine(chosen):
    assert preflight.problems(chosen) == []
    assert list(chosen.var.iterdir()) == []


@pytest.mark.parametrize("which", ["gateway_port", "brain_port", "actions_port"])
def test_a_busy_port_is_named_with_the_setting_that_changes_it(chosen, which):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", getattr(chosen, which)))
        taken.listen()
        (line,) = preflight.problems(chosen)
    assert f":{getattr(chosen, which)} (TANYA_{which.upper()})" in line
    assert "another program is using it" in line


def test_a_port_that_does_not_exist_and_a_host_that_is_not_ours_are_told(chosen):
    (line,) = preflight.busy_ports(replace(chosen, brain_port=70_000))
    assert "TANYA_BRAIN_PORT" in line
    (line,) = preflight.busy_ports(replace(chosen, host="192.0.2.1"))
    assert "192.0.2.1" in line


def test_a_missing_parameter_folder_is_one_line(chosen, tmp_path):
    wrong = replace(chosen, parameters=tmp_path / "none")
    (line,) = preflight.problems(wrong)
    assert "rulebook cannot be loaded" in line
    assert "\n" not in line


def test_a_broken_parameter_file_is_named_with_its_line(chosen, tmp_path):
    broken = tmp_path / "parameters"
    shutil.copytree(chosen.parameters, broken)
    victim = next(path for path in sorted(broken.rglob("*.yaml")))
    victim.write_text(victim.read_text() + "\nno_such_key: 1\n")
    (line,) = preflight.problems(replace(chosen, parameters=broken))
    assert victim.name in line
    assert "\n" not in line


def test_a_full_disk_is_told_with_how_much_is_free(chosen, monkeypatch):
    usage = namedtuple("usage", "total used free")(10**9, 10**9, 5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    (line,) = preflight.problems(chosen)
    assert "is full: 5 MB are free" in line


def test_a_folder_that_takes_no_bytes_is_told_in_one_line(chosen, monkeypatch):
    def full(_path, _data):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(preflight.Path, "write_bytes", full)
    (line,) = preflight.problems(chosen)
    assert line.endswith("No space left on device")


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk takes root")
def test_a_really_full_disk_is_told_in_one_line(chosen):
    chosen.var.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(chosen.var)]
    subprocess.run(mount, check=True)
    try:
        (line,) = preflight.problems(chosen)
    finally:
        subprocess.run(["umount", str(chosen.var)], check=True)
    assert "is full: 0 MB are free" in line


def test_a_file_in_the_place_of_var_is_told_in_one_line(chosen):
    chosen.var.write_text("")
    (line,) = preflight.problems(chosen)
    assert "cannot write below" in line


def test_a_path_too_long_for_a_socket_is_told(chosen, tmp_path):
    (line,) = preflight.unusable_var(replace(chosen, var=tmp_path / ("x" * 100)))
    assert "too long" in line


def test_two_assistants_do_not_share_one_var(chosen):
    chosen.var.mkdir()
    with (
        preflight.hold(chosen.var),
        pytest.raises(ConfigurationError, match="another assistant is running"),
    ):
        preflight.hold(chosen.var)
    preflight.hold(chosen.var).close()
