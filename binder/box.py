"""Runs commands as a container would: as a plain user with a home, within limits, and without a network if asked.

Namespaces and control groups do it where this machine lets us make them. Where not, weaker means take their place;
`Box.means` says which.
"""
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

from limits import Group

VISITOR = 1000  # the user that repo2docker makes, and its group
NAMESPACES = ["unshare", "--mount"]
CLOSED = "http://127.0.0.1:9"  # nothing listens at the port of discard


def works(command):
    """Whether a program can be called so here."""
    try:
        return subprocess.run([*command, "true"], capture_output=True).returncode == 0
    except OSError:
        return False


def reachable(folder):
    """Whether everybody may enter a folder."""
    folder = Path(folder).resolve()
    return all(step.is_dir() and step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def common_path():
    """PATH without folders that the visitor could not enter, such as those in the home of root."""
    return os.pathsep.join(folder for folder in os.environ["PATH"].split(os.pathsep) if reachable(folder))


class Box:
    """A place for commands. `network` says whether they have one; limits of 0 are none; root becomes `user`."""

    def __init__(self, home, network=True, memory_mb=0, processors=0, user=VISITOR):
        self.home, self.network = Path(home), network
        self.means = []
        root = os.geteuid() == 0
        self.prefix = [*NAMESPACES, *([] if root else ["--user", "--map-root-user"]), *([] if network else ["--net"])]
        self.user = user if root else os.geteuid()
        self.boxed = works(self.prefix)
        self.group = Group.make(memory_mb, processors)
        self.variables = {}
        self.say_who()
        self.say_network()
        self.say_limits(memory_mb, processors)

    def say_who(self):
        if self.boxed:
            self.means.append(f"user: number {self.user}, whose home is {self.home} (mount namespace)")
        else:
            self.variables["JAVA_TOOL_OPTIONS"] = f"-Duser.home={self.home}"
            self.means.append(f"user: yours, number {self.user}, with HOME={self.home}; no namespaces can be made here")

    def say_network(self):
        if self.network:
            self.means.append("network: as it is here")
        elif self.boxed:
            self.means.append("network: cut, but for loopback (network namespace)")
        else:
            host, port = CLOSED.removeprefix("http://").split(":")
            self.variables |= {f"{kind}_proxy": CLOSED for kind in ("http", "https", "HTTP", "HTTPS")}
            self.variables["JAVA_TOOL_OPTIONS"] += "".join(
                f" -D{kind}.proxyHost={host} -D{kind}.proxyPort={port}" for kind in ("http", "https"))
            self.means.append("network: not cut; programs that obey a proxy are sent to a closed port")

    def say_limits(self, memory_mb, processors):
        if self.group and memory_mb:
            self.means.append(f"limits: {memory_mb} MB and {processors} processors for all together (control group)")
        elif memory_mb:
            self.variables["JDK_JAVA_OPTIONS"] = f"-XX:MaxRAM={memory_mb}m -XX:ActiveProcessorCount={processors}"
            self.means.append(f"limits: {memory_mb} MB and {processors} processors are told to Java and hold for it alone;"
                              " no control group can be made here")

    def run(self, command, folder, variables, log):
        """Runs a command with these variables and no others; what it says goes into a file."""
        environment = {**variables, **self.variables, "HOME": str(self.home)}
        task = json.dumps({"user": self.user, "home": str(self.home), "network": self.network})
        inside = [*self.prefix, sys.executable, __file__, task] if self.boxed else []
        began = time.monotonic()
        with open(log, "ab") as out:
            process = subprocess.Popen([*inside, *map(str, command)], cwd=folder, env=environment, stdout=out,
                                       stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                       preexec_fn=self.group.join if self.group else None)
            watch = threading.Thread(target=self.watch, args=(process,))
            watch.start()
            code = process.wait()
            watch.join()
        return code, time.monotonic() - began

    @property
    def peak_mb(self):
        """The most memory that was used at once; 0 where nobody could look."""
        return self.group.peak >> 20 if self.group else 0

    def watch(self, process):
        while self.group and process.poll() is None:
            self.group.look()
            time.sleep(0.2)

    def close(self):
        if self.group:
            self.group.close()


def loopback_up():
    """A new network has a loopback that is down."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh", b"lo", 0x1 | 0x40))  # SIOCSIFFLAGS: up and running


def enter(task, command):
    """The inside: names the user and its home, brings up loopback, and becomes the command."""
    if not task["network"]:
        loopback_up()
    mapped = Path("/proc/self/uid_map").read_text().split()[1] != "0"  # a plain user that is called root in here
    number = 0 if mapped else task["user"]
    users = Path(task["home"]).parent / "passwd"
    users.write_text(f"jovyan:x:{number}:{number}::{task['home']}:/bin/sh\n")
    subprocess.run(["mount", "--bind", users, "/etc/passwd"], check=True)
    if not mapped:
        os.setgroups([])
        os.setgid(number)
        os.setuid(number)
    os.execvp(command[0], command)


if __name__ == "__main__":
    enter(json.loads(sys.argv[1]), sys.argv[2:])
