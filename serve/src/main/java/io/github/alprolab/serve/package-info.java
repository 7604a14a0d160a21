/**
 * A gallery over HTTP, for reading alone. Entry type: {@link io.github.alprolab.serve.Serve}, the
 * program behind {@code ./lab serve}. Uses {@code dsl.check}, {@code dsl.embedding}, {@code
 * datasets}, {@code datasets.gallery} and {@code datasets.parquet}.
 */
package io.github.alprolab.serve;
