/**
 * Structured messages by their fields, and their numbers over time. Owns {@code incident_data} and
 * {@code incident_readings}; calls {@code message}, {@code room} and {@code query}.
 */
package org.andon.messaging.incidentdata;
