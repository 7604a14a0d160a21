/**
 * The published AdamW, its schedule and global-norm clipping (docs/method.md section 5.4). Entry
 * type: {@link io.github.alprolab.alpro.optim.AdamW}. Uses {@code config}, {@code nn} and {@code
 * tensor}.
 */
package io.github.alprolab.alpro.optim;
