/** One version of the suite takes the other's place, process by process, while people work. */
package org.andon.e2e.upgrade;
