/**
 * What Andon puts on Kafka, as plain records: JSON in snake_case, times in RFC 3339 UTC with
 * milliseconds. Depends on nothing but the JDK.
 */
package org.andon.contracts;
