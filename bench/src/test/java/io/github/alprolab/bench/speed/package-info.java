/** Tests of how speed is measured and counted. */
package io.github.alprolab.bench.speed;
