/**
 * Tells every service of sessions that ended before their time: each is put on Kafka for certain,
 * from the table of sessions. Calls nothing else of the service.
 */
package org.andon.auth.revocation;
