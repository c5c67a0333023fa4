/** The local stack: what runs, in which order, and how it is started again. */
package org.andon.launcher.stack;
