/** Tests of the work on a shard. */
package io.github.alprolab.dsl.embedding;
