/**
 * Words: the tokenizer, vocabularies, and the BERT whose first layers encode text and whose last
 * layers fuse it with video (paper section 3.1, docs/method.md section 1.5). Entry types: {@link
 * io.github.alprolab.alpro.text.BertModel}, {@link io.github.alprolab.alpro.text.Tokenizer}. Uses
 * {@code config}, {@code nn} and {@code tensor}.
 */
package io.github.alprolab.alpro.text;
