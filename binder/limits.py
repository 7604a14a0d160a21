"""A control group with limits of memory and processor time, of version 1 or 2, and what its processes took."""
import atexit
import os
import time
from pathlib import Path

PERIOD = 100_000  # microseconds, over which processor time is shared
ROOT = Path("/sys/fs/cgroup")


def own_folders(root=ROOT, of="/proc/self/cgroup"):
    """The folders of our own groups: by controller, the name of version 2 is empty."""
    folders = {}
    for line in Path(of).read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            folders[controller] = root / controller / path.lstrip("/")
    return folders


class Group:
    """One that was made. `memory` and `cpu` are folders, one and the same in version 2."""

    def __init__(self, memory, cpu, second):
        self.memory, self.cpu, self.second = memory, cpu, second
        self.peak = 0

    @classmethod
    def make(cls, memory_mb, processors, root=ROOT, of="/proc/self/cgroup"):
        """None where this machine lets us make no group. Limits of 0 are none."""
        name = f"alprolab-{os.getpid()}-{time.monotonic_ns()}"
        try:
            own = own_folders(root, of)
            second = "memory" not in own
            places = [own[""]] * 2 if second else [own["memory"], own["cpu"]]
            group = cls(*(place / name for place in places), second)
            group.limit(memory_mb << 20, processors)
            atexit.register(group.close)  # also where a check stops early
            return group
        except (OSError, KeyError):
            return None

    def limit(self, memory, processors):
        time_share = int(processors * PERIOD)
        try:
            for folder in dict.fromkeys((self.memory, self.cpu)):
                folder.mkdir()
            if not memory:
                return
            if self.second:
                self.write(self.memory, "memory.max", memory)
                self.write(self.cpu, "cpu.max", f"{time_share} {PERIOD}")
            else:
                self.write(self.memory, "memory.limit_in_bytes", memory)
                self.write(self.cpu, "cpu.cfs_period_us", PERIOD)
                self.write(self.cpu, "cpu.cfs_quota_us", time_share)
        except OSError:
            self.close()
            raise

    @staticmethod
    def write(folder, file, value):
        (folder / file).write_text(str(value))

    def join(self):
        """Puts this process, and all that it starts, into the group."""
        for folder in (self.memory, self.cpu):
            self.write(folder, "cgroup.procs", os.getpid())

    def look(self):
        """Remembers the most memory so far, without files that were read and can be dropped."""
        wanted = "anon" if self.second else "total_rss"
        try:
            lines = (self.memory / "memory.stat").read_text().splitlines()
        except OSError:
            return
        self.peak = max([self.peak, *(int(line.split()[1]) for line in lines if line.split()[0] == wanted)])

    def killed(self):
        """How many processes were ended because there was no memory left."""
        file = "memory.events" if self.second else "memory.oom_control"
        lines = (self.memory / file).read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.split()[0] == "oom_kill")

    def close(self):
        for folder in dict.fromkeys((self.memory, self.cpu)):
            try:
                folder.rmdir()
            except OSError:
                continue  # a process is still in it; an empty group takes nothing
