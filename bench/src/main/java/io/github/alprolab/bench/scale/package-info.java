/**
 * Galleries on many processes and over HTTP: {@code ./lab bench spark}, which compares engines and
 * kills their processes, and {@code ./lab bench serve}, which asks a service as fast as it answers.
 */
package io.github.alprolab.bench.scale;
