/**
 * What went wrong, as RFC 9457 problems: the only place that knows status codes of failures. Knows
 * every package's failures; none knows it.
 */
package org.andon.auth.problem;
