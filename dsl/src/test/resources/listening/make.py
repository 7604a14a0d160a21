"""Writes events.tfevents with TensorBoard's own classes (tensorboard 2.21.0, from pip):

    python make.py
"""
from tensorboard.compat.proto.event_pb2 import Event, SessionLog
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

TIME = 1700000000.5

with open("events.tfevents", "wb") as file:
    writer = RecordWriter(file)
    scalar = Summary(value=[Summary.Value(tag="VTC_LOSS", simple_value=1.25)])
    for event in [
        Event(wall_time=TIME, file_version="brain.Event:2"),
        Event(wall_time=TIME, step=301, session_log=SessionLog(status=SessionLog.START)),
        Event(wall_time=TIME, step=301, summary=scalar),
    ]:
        writer.write(event.SerializeToString())
