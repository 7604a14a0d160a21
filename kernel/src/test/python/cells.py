"""Runs cells by a client and reads what comes back."""
import os
import time

NAME = os.environ.get("ALPROLAB_KERNEL", "alpro")


def run(client, code, timeout=60, **options):
    """Outputs of a cell, and its reply."""
    outputs = []
    reply = client.execute_interactive(code, timeout=timeout, output_hook=outputs.append, **options)
    return outputs, reply["content"]


def printed(outputs, name="stdout"):
    return "".join(o["content"]["text"] for o in outputs
                   if o["msg_type"] == "stream" and o["content"]["name"] == name)


def result(outputs):
    return [o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result"]


def value(client, code):
    """The text of a cell's value; fails where it has none."""
    outputs, reply = run(client, code)
    assert reply["status"] == "ok", reply
    return result(outputs)[0]


def error(outputs):
    return next(o["content"] for o in outputs if o["msg_type"] == "error")


def error_text(outputs):
    return "\n".join(error(outputs)["traceback"])


def ask(client, kind, content, channel="shell", timeout=20):
    """The reply to a request of any kind."""
    message = client.session.msg(kind, content)
    getattr(client, f"{channel}_channel").send(message)
    receive = getattr(client, f"get_{channel}_msg")
    while True:
        reply = receive(timeout=timeout)
        if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
            return reply


def replies(client, ids, timeout=30):
    """Contents of the replies to these requests, in their order."""
    found = {}
    while len(found) < len(ids):
        reply = client.get_shell_msg(timeout=timeout)
        if reply["parent_header"].get("msg_id") in ids:
            found[reply["parent_header"]["msg_id"]] = reply["content"]
    return [found[i] for i in ids]


def published(client, message_id, timeout=20):
    """What is published for a request until the kernel is idle again."""
    messages = []
    while True:
        message = client.get_iopub_msg(timeout=timeout)
        if message["parent_header"].get("msg_id") != message_id:
            continue
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return messages
        messages.append(message)


def interrupt(client):
    return ask(client, "interrupt_request", {}, channel="control")["content"]


def wait_for_output(client, message_id):
    """Returns when a request's first text is published."""
    while True:
        output = client.get_iopub_msg(timeout=60)
        if output["parent_header"].get("msg_id") == message_id and output["msg_type"] == "stream":
            return


def interrupted(client, code):
    """The reply and the outputs of a cell that is interrupted while it runs; a block is one snippet."""
    ready = 'System.out.println("ready"); '
    message = client.execute("{ " + ready + code[1:] if code.startswith("{") else ready + code)
    wait_for_output(client, message)
    time.sleep(0.5)
    assert interrupt(client)["status"] == "ok"
    reply, = replies(client, [message])
    return reply, published(client, message)


def left_behind(client, code):
    """The reply and the outputs of a cell that prints "ready", does not stop, and is interrupted three times."""
    message = client.execute(code)
    said, outputs = "", []
    while "ready" not in said or "does not stop yet" not in said:
        output = client.get_iopub_msg(timeout=60)
        if output["parent_header"].get("msg_id") == message and output["msg_type"] == "stream":
            outputs.append(output)
            if "ready" not in said:
                time.sleep(0.3)
                interrupt(client)
            said += output["content"]["text"]
    interrupt(client)
    interrupt(client)
    reply, = replies(client, [message])
    return reply, outputs + published(client, message)


def late_output(client, message_id, words, timeout=20):
    """The text that belongs to a cell that ended, up to some words."""
    said = ""
    while words not in said:
        output = client.get_iopub_msg(timeout=timeout)
        if output["msg_type"] == "stream" and output["parent_header"].get("msg_id") == message_id:
            said += output["content"]["text"]
    return said
