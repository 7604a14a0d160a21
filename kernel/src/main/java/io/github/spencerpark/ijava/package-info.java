/**
 * The names by which notebooks of IJava reach their kernel, so that they run unchanged: {@link
 * io.github.spencerpark.ijava.IJava} and what it leads to. The names and signatures are those of
 * IJava and of its base kernel, what they do is done by {@code io.github.alprolab.kernel.api}.
 */
package io.github.spencerpark.ijava;
