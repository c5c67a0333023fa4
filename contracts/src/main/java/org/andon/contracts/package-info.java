/**
 * What Andon puts on Kafka, as plain records: JSON in snake_case, times in RFC 3339 UTC with
 * milliseconds. Depends on nothing but the JDK. The resources beside it, {@code asyncapi.yaml},
 * {@code schemas} and {@code frames} (golden examples), say the same for readers in any language.
 */
package org.andon.contracts;
