"""A client that debugs cells as JupyterLab does: requests on the control channel, events on iopub."""
import queue
import time

from cells import ask


class Refused(Exception):
    """A reply that says no, with the reason."""


class Debugging:
    """A debugger that is attached to a client's kernel."""

    def __init__(self, client):
        self.client = client
        self.sequence = 0
        self.seen = []

    def request(self, command, **arguments):
        self.sequence += 1
        reply = ask(self.client, "debug_request", {
            "type": "request", "seq": self.sequence, "command": command, "arguments": arguments}, "control")["content"]
        assert reply["request_seq"] == self.sequence and reply["command"] == command
        if not reply["success"]:
            raise Refused(reply["message"])
        return reply["body"]

    def start(self):
        self.request("initialize", clientID="test", adapterID="alpro")
        self.request("attach")
        self.request("configurationDone")

    def breakpoints(self, code, *lines):
        """The path of a cell, after breakpoints were set in it."""
        path = self.request("dumpCell", code=code)["sourcePath"]
        self.set(path, *lines)
        return path

    def set(self, path, *lines):
        reply = self.request("setBreakpoints", source={"path": path}, breakpoints=[{"line": line} for line in lines])
        return [one["line"] for one in reply["breakpoints"]]

    def run(self, code):
        """Begins a cell; returns its message's id."""
        return self.client.execute(code)

    def message(self, wanted, timeout=30):
        """The next published message that is wanted; the ones before it are kept in what was seen."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            try:
                message = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                continue
            self.seen.append(message)
            if wanted(message):
                return message
        raise AssertionError(f"not seen: {[m['msg_type'] for m in self.seen[-10:]]}")

    def event(self, name, timeout=30):
        found = self.message(lambda m: m["msg_type"] == "debug_event" and m["content"]["event"] == name, timeout)
        return found["content"]["body"]

    def stopped(self):
        """Frames of the thread that stops next, with the thread's number."""
        self.thread = self.event("stopped")["threadId"]
        return self.frames()

    def frames(self):
        return self.request("stackTrace", threadId=self.thread)["stackFrames"]

    def go_on(self):
        self.request("continue", threadId=self.thread)

    def step(self, kind="next"):
        """The frames after a step."""
        self.request(kind, threadId=self.thread)
        return self.stopped()

    def ended(self, cell, timeout=30):
        """The reply to a cell, and what was published for it until it was idle."""
        reply = self.client.get_shell_msg(timeout=timeout)
        while reply["parent_header"].get("msg_id") != cell:
            reply = self.client.get_shell_msg(timeout=timeout)
        self.message(lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle"
                     and m["parent_header"].get("msg_id") == cell, timeout)
        return reply["content"]

    def scope(self, frame, name="Locals"):
        """Variables of a frame by name."""
        scopes = self.request("scopes", frameId=frame["id"])["scopes"]
        return self.below(next(s for s in scopes if s["name"] == name))

    def below(self, value):
        found = self.request("variables", variablesReference=value["variablesReference"])["variables"]
        return {one["name"]: one for one in found}

    def evaluate(self, code, frame):
        return self.request("evaluate", expression=code, frameId=frame["id"], context="repl")["result"]

    def printed(self):
        return "".join(m["content"]["text"] for m in self.seen if m["msg_type"] == "stream")
