/**
 * A setting declared once: its name, default, range, source and words stand in one {@link
 * io.github.alprolab.alpro.setting.Setting}, and what checks, shows, records, hashes, compares or
 * prints it as code asks that declaration. Entry types: {@link
 * io.github.alprolab.alpro.setting.Schema} gathers the settings of one thing, {@link
 * io.github.alprolab.alpro.setting.Values} holds a value for each. No engine, no files. Uses no
 * other package.
 */
package io.github.alprolab.alpro.setting;
