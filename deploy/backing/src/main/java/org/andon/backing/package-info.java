/**
 * The servers Andon stands on (PostgreSQL, Kafka, a directory, an object store), started without
 * Docker. One implementation for every service's tests and for {@code ./andon up}; all of them
 * listen on the loopback address only.
 */
package org.andon.backing;
