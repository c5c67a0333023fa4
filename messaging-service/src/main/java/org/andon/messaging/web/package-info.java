/**
 * How this service answers over HTTP: JSON, and every feature's errors as problems. Nothing calls
 * it.
 */
package org.andon.messaging.web;
