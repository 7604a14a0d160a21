package io.github.alprolab.kernel.session;

/**
 * A line of a cell.
 *
 * @param cell execution count of the cell
 * @param source of the cell, or of the file that it loaded
 * @param line 1 is first
 */
public record CellLine(int cell, String source, int line) {}
