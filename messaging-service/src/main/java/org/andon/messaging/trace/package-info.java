/**
 * The way of a frame as OpenTelemetry tells it: frame, commit, publication, delivery. Calls nobody.
 */
package org.andon.messaging.trace;
