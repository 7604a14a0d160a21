/**
 * Work done by Apache Spark: cut by shard, one task each. Entry type: {@link
 * io.github.alprolab.spark.SparkProvider}, which {@code Engine.spark(…)} finds where Spark is on
 * the class path. Uses {@code dsl.check} and {@code dsl.shard}.
 */
package io.github.alprolab.spark;
