"""Jupyter's own test of kernels, with a sample for every test."""
import os
import unittest

import jupyter_kernel_test

NAME = os.environ.get("ALPROLAB_KERNEL", "alpro")


class ConformanceTest(jupyter_kernel_test.KernelTests):
    kernel_name = NAME
    language_name = "java"
    file_extension = ".jsh"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": "Math.sq", "matches": {"sqrt("}}]
    complete_code_samples = ["int a = 1;", "1 + 1", "int twice(int x) { return 2 * x; }"]
    incomplete_code_samples = ["int twice(int x) {", "List.of("]
    invalid_code_samples = ["int 5x = ;"]
    code_generate_error = 'throw new IllegalStateException("no");'
    code_execute_result = [{"code": "1+2", "result": "3"}]
    code_display_data = [{"code": 'display("shown");', "mime": "text/plain"}]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"
    code_page_something = "Math.max?"


if __name__ == "__main__":
    unittest.main()
