/**
 * Refuses tokens of sessions that auth-service has ended, which every service but that one hears of
 * over Kafka. Knows no service.
 */
package org.andon.sessions;
