/** Tests of what the benchmarks of many machines judge by. */
package io.github.alprolab.bench.scale;
