/** Clients of the public contracts, for tests: a room's socket, and the messages topic. */
package org.andon.testkit;
