/** What makes this ALPRO and no other model: the points of docs/method.md section 14. */
package io.github.alprolab.alpro.conformance;
