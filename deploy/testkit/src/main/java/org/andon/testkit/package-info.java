/**
 * Clients of the public contracts, for tests: a room's socket, and the messages topic. And a link
 * to a server that can stall.
 */
package org.andon.testkit;
