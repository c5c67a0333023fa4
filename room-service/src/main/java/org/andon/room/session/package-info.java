/**
 * Refuses tokens of sessions that auth-service has ended, which it hears of over Kafka. Calls loop.
 */
package org.andon.room.session;
