/** The command line of the local stack. */
package org.andon.launcher;
