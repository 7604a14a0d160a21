/** The checklist of alpro.md section 14, a test for every point, named after it. */
package io.github.alprolab.alpro.conformance;
