/** A store of a million messages, and how PostgreSQL answers the service's own queries on it. */
package org.andon.bench.store;
