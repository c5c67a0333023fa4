/**
 * People who work with a suite all the time, what they see, and what has to hold whatever they see.
 */
package org.andon.e2e.traffic;
