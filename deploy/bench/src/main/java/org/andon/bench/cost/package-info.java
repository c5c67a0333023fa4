/** What one more connection, message or delivery costs, process by process. */
package org.andon.bench.cost;
