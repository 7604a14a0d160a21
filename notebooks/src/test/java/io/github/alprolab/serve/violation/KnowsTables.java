package io.github.alprolab.serve.violation;

import io.github.alprolab.dsl.table.DataTable;

/** Breaks a rule: it uses a package that its own does not name. */
public record KnowsTables(DataTable table) {}
