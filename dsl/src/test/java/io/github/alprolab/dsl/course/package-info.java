/** Tests of the course's exercises. */
package io.github.alprolab.dsl.course;
