/**
 * Bounds how often somebody may guess a password, in the database, so over all pods, and without
 * telling whether an account exists. May call {@code origin}.
 */
package org.andon.auth.throttle;
