/**
 * What clients ask, and the answers: {@link io.github.alprolab.kernel.request.ShellRequests} in
 * order on the thread of the cells, {@link io.github.alprolab.kernel.request.HelpRequests} beside a
 * running cell, {@link io.github.alprolab.kernel.request.ControlRequests} at once, {@link
 * io.github.alprolab.kernel.request.DebugRequests} on a thread of their own. All of them speak by
 * {@link io.github.alprolab.kernel.request.Replies}. Uses {@code api}, {@code debug}, {@code
 * display}, {@code extension}, {@code help}, {@code magic}, {@code magic.builtin}, {@code output},
 * {@code protocol}, {@code session} and {@code stop}.
 */
package io.github.alprolab.kernel.request;
