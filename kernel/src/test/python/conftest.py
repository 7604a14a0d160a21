"""A kernel for each file of tests."""
import pytest
from cells import NAME
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

def pytest_collection_modifyitems(items):
    if NAME not in KernelSpecManager().find_kernel_specs():
        for item in items:
            item.add_marker(pytest.mark.skip(reason=f"the kernelspec {NAME} is not installed; ./lab test installs it"))


@pytest.fixture(scope="module")
def client():
    manager, client = start_new_kernel(kernel_name=NAME)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)
