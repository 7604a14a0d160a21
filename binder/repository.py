"""This repository, or what was unpacked from an archive of it, where there is no git to ask."""
import fnmatch
import shutil
import subprocess
from pathlib import Path

def of_git(root):
    return (Path(root) / ".git").exists()


def git(root, *question):
    return subprocess.run(["git", "-C", root, *question], check=True, capture_output=True, text=True).stdout


def commit(root):
    """The hash of the commit; without a repository the one that the archive was made of."""
    return git(root, "rev-parse", "HEAD").strip() if of_git(root) else (Path(root) / "COMMIT").read_text().strip()


def made(root):
    """Patterns of the names that are made here: those of .gitignore, and what pytest ignores by itself."""
    lines = (Path(root) / ".gitignore").read_text().split()
    return [line.rstrip("/").rpartition("/")[2] for line in lines] + [".pytest_cache"]


def files(root):
    """Paths of the files below the root, the new ones among them and what is made here not, in their order."""
    if of_git(root):
        listed = git(root, "ls-files", "-co", "--exclude-standard").splitlines()
        return [line for line in listed if (Path(root) / line).is_file()]
    below = (path.relative_to(root) for path in Path(root).rglob("*") if path.is_file())
    patterns = made(root)
    return sorted(path.as_posix() for path in below
                  if not any(fnmatch.filter(path.parts, pattern) for pattern in patterns))


def copy(root, place):
    """What is committed, in an empty folder; without a repository all that was not made here."""
    if of_git(root):
        subprocess.run(["git", "clone", "-q", "--no-hardlinks", root, place], check=True)
    else:
        shutil.copytree(root, place, symlinks=True, ignore=shutil.ignore_patterns(*made(root)), dirs_exist_ok=True)
