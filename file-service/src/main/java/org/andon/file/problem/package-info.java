/**
 * Turns everything that goes wrong into problem+json; the only place that knows status codes.
 * Nothing calls it.
 */
package org.andon.file.problem;
