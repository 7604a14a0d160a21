"""The repository as it is asked by our tools: with git, and unpacked from an archive without it."""
import subprocess

import pytest
import repository


@pytest.fixture(scope="module")
def unpacked(root, tmp_path_factory):
    if not repository.of_git(root):
        pytest.skip("this is no repository of git, so no archive can be made of it")
    place = tmp_path_factory.mktemp("unpacked")
    archive = subprocess.run(["git", "-C", root, "archive", "HEAD"], check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", place], input=archive, check=True)
    (place / "dsl" / "target").mkdir()
    (place / "dsl" / "target" / "made-here").touch()
    return place


def test_an_archive_knows_its_commit_and_its_files(root, unpacked):
    assert repository.commit(unpacked) == repository.commit(root)
    committed = repository.git(root, "ls-tree", "-r", "--name-only", "-z", "HEAD").split("\0")
    assert repository.files(unpacked) == sorted(filter(None, committed))


def test_a_copy_has_what_is_committed_and_nothing_that_was_made(root, unpacked, tmp_path):
    for place in (root, unpacked):
        repository.copy(place, tmp_path / place.name)
        assert (tmp_path / place.name / "lab").stat().st_mode & 0o111
        assert not (tmp_path / place.name / "dsl" / "target").exists()
