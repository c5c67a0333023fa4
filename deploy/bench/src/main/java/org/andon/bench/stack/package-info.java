/** The packaged suite in a process of its own, with temporary data, free ports and bench users. */
package org.andon.bench.stack;
