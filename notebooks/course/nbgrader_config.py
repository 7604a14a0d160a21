"""The course for nbgrader, which reads this file where it is started: cd notebooks/course. See docs/course.md."""
c = get_config()  # noqa: F821  (given by whoever reads this file)

c.CourseDirectory.course_id = "alprolab"

# Seconds for a cell: a training in a submission may be longer than the one that we wrote.
c.Execute.timeout = 600

# As Java has it; no statement, so that an empty answer compiles and its check says ✗.
c.ClearSolutions.code_stub = {"java": "// YOUR CODE HERE"}
