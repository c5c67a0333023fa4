/** {@code ./andon bench}: drives load through the packaged suite and reports what it took. */
package org.andon.bench;
