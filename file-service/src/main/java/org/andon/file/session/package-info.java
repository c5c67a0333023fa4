/**
 * Refuses tokens of sessions that auth-service has ended, which it hears of over Kafka. Calls
 * nothing else of the service.
 */
package org.andon.file.session;
